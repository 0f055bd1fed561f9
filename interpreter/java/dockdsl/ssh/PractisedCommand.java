package dockdsl.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** A command that prints ready words, succeeds and ends when its input does. */
final class PractisedCommand implements Command {
    private final String words;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();
    private ExitCallback exit = (code, message, immediately) -> {};

    PractisedCommand(String words) {
        this.words = words;
    }

    @Override
    public void setInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public void setOutputStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void setErrorStream(OutputStream err) {}

    @Override
    public void setExitCallback(ExitCallback exit) {
        this.exit = exit;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
        Thread.startVirtualThread(this::perform);
    }

    private void perform() {
        try {
            out.write(words.getBytes(StandardCharsets.UTF_8));
            out.flush();
            in.skip(Long.MAX_VALUE);
            exit.onExit(0);
        } catch (IOException hungUp) {
            exit.onExit(1);
        }
    }

    @Override
    public void destroy(ChannelSession channel) {}
}
