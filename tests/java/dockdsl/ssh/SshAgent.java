package dockdsl.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** OpenSSH's own agent, for a test. */
record SshAgent(Process process, Path socket) implements AutoCloseable {
    static SshAgent start(Path socket) throws IOException {
        var process = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Poll.until(() -> socket.toFile().exists());
        return new SshAgent(process, socket);
    }

    void add(Path key) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("ssh-add", "-q", key.toString()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("SSH_AUTH_SOCK", socket.toString()));
        var adding = builder.start();
        var said = new String(adding.getInputStream().readAllBytes());
        if (adding.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
