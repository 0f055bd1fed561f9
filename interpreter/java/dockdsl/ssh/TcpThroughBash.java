package dockdsl.ssh;

import dockdsl.host.Command;
import dockdsl.host.Duplex;
import java.io.IOException;
import java.time.Duration;

/**
 * Connects to a TCP port of the host by a command on it, where sshd does not forward: bash can do that itself.
 *
 * <p>The end of what is sent ends the connection in both directions, so that nothing is left on the host.
 */
record TcpThroughBash(SshShell shell, String address, int port) {
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final String CONNECT = """
            exec 3<>"/dev/tcp/$0/$1" || { printf x; exit; }
            printf o
            exec 4<&0
            cat <&3 4<&- & reader=$!
            (cat <&4 >&3 2>/dev/null; kill $reader) & writer=$!
            wait $reader
            kill $writer
            """;

    /** What came of it. */
    enum Answer {
        CONNECTED,
        REFUSED,
        NO_BASH
    }

    /** What it said first, and the stream that follows. */
    record Dialed(Answer answer, Duplex duplex) {}

    Dialed dial() throws IOException {
        var duplex = shell.start(
                Command.script(script()).called("the script that makes a connection"), ExecChannel.Stay.UNTIL_DONE);
        duplex.readTimeout(TO_ANSWER);
        try {
            var answer = answer(duplex.input().read());
            duplex.readTimeout(Duration.ZERO);
            return new Dialed(answer, duplex);
        } catch (IOException e) {
            duplex.close();
            throw e;
        }
    }

    private String script() {
        return "exec bash -c " + Command.quoted(CONNECT) + " " + Command.quoted(address) + " " + port;
    }

    private static Answer answer(int first) {
        return switch (first) {
            case 'o' -> Answer.CONNECTED;
            case 'x' -> Answer.REFUSED;
            default -> Answer.NO_BASH;
        };
    }
}
