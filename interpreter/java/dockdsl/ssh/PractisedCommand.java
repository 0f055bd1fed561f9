package dockdsl.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.channel.ChannelSession;

/** A command that prints ready words, succeeds and ends when its input does. */
final class PractisedCommand extends StreamedCommand {
    private final String words;

    PractisedCommand(String words) {
        this.words = words;
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
