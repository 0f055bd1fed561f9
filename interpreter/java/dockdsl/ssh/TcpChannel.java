package dockdsl.ssh;

import java.io.IOException;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.common.util.net.SshdSocketAddress;

/** A channel to a TCP port, connected to by the host. */
final class TcpChannel extends ChannelDirectTcpip {
    private static final SshdSocketAddress NOBODY = new SshdSocketAddress("127.0.0.1", 0);

    TcpChannel(String address, int port) {
        super(NOBODY, new SshdSocketAddress(address, port));
    }

    /** The other side's half-close ends what is read here. */
    @Override
    public void handleEof() throws IOException {
        super.handleEof();
        out.close();
    }
}
