package dockdsl.ssh;

import java.io.IOException;
import java.util.Map;
import org.apache.sshd.client.channel.ChannelExec;

/** A channel to a command on the host. */
final class ExecChannel extends ChannelExec {
    ExecChannel(String command) {
        super(command, null, Map.of());
    }

    /** The command's closed output ends what is read here, although it may still run. */
    @Override
    public void handleEof() throws IOException {
        super.handleEof();
        out.close();
    }
}
