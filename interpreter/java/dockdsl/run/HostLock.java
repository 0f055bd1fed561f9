package dockdsl.run;

import dockdsl.host.Command;
import dockdsl.host.Duplex;
import dockdsl.host.HostSession;
import dockdsl.problem.HostFailed;
import dockdsl.problem.HostUnreachable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The lock of a site on one host: it is ours while a command runs there, which wants a sign of life from us now and then. */
final class HostLock implements AutoCloseable {
    /** After so long without a sign of life the host gives the lock to others, and we count it as lost. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(8);

    private final Duplex command;
    private final BufferedReader answers;
    private volatile boolean released;

    private HostLock(Duplex command) {
        this.command = command;
        this.answers = new BufferedReader(new InputStreamReader(command.input(), StandardCharsets.UTF_8));
        command.readTimeout(LEASE);
    }

    /** What came of the attempt to take a lock. */
    sealed interface Answer {
        record Held(HostLock lock) implements Answer {}

        /** @param holder empty when it does not say who it is */
        record Busy(Optional<LockHolder> holder) implements Answer {}

        /** @param why half a sentence about the host */
        record Impossible(String why) implements Answer {}
    }

    /**
     * @throws HostFailed when the connection dies meanwhile
     * @throws HostUnreachable when nothing comes from the host for too long
     */
    static Answer tryToTake(HostSession session, String site, LockHolder us) {
        HostLock lock = new HostLock(
                session.start(Command.script(LockScript.of(site, us, LEASE)).called("the script that keeps the lock")));
        try {
            Answer answer = lock.answer();
            if (!(answer instanceof Answer.Held)) {
                lock.close();
            }
            return answer;
        } catch (IOException e) {
            lock.close();
            String how = "the lock could not be taken: " + e.getMessage();
            throw e instanceof SocketTimeoutException
                    ? new HostUnreachable(session.host(), how, "Run again.", e)
                    : new HostFailed(session.host(), how, "Run again.", e);
        }
    }

    private Answer answer() throws IOException {
        String[] words = line().split(" ", 2);
        String rest = words.length == 2 ? words[1] : "";
        return switch (words[0]) {
            case LockScript.HELD -> new Answer.Held(this);
            case LockScript.BUSY -> new Answer.Busy(LockHolder.read(rest));
            default -> new Answer.Impossible(rest);
        };
    }

    /** The next line that is meant for us. */
    private String line() throws IOException {
        String line = answers.readLine();
        while (line != null && !line.startsWith(LockScript.PREFIX)) {
            line = answers.readLine();
        }
        if (line == null) {
            throw new IOException("the command that holds it has ended");
        }
        return line.substring(LockScript.PREFIX.length());
    }

    /** Gives signs of life from now on. @param lost is called when the lock is no longer ours, other than by {@link #letGo} */
    void keep(Runnable lost) {
        Thread.ofVirtual().name("sign of life").start(this::giveSigns);
        Thread.ofVirtual().name("lock").start(() -> watch(lost));
    }

    private void giveSigns() {
        try {
            while (!released) {
                command.output().write('\n');
                Thread.sleep(BETWEEN_SIGNS);
            }
        } catch (IOException | InterruptedException e) {
            command.close();
        }
    }

    private void watch(Runnable lost) {
        try {
            while (!released) {
                line();
            }
        } catch (IOException e) {
            if (!released) {
                lost.run();
            }
        }
    }

    /** From now on it may go, as it does with the session. */
    void letGo() {
        released = true;
    }

    @Override
    public void close() {
        letGo();
        command.close();
    }
}
