package dockdsl.ssh;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The commands that run over one connection, of which sshd lets only some run at once ({@code MaxSessions}). */
final class Crowd {
    private final Set<ExecChannel> running = new HashSet<>();
    private int ends;

    /** One that has been opened; it goes when it is closed. */
    void add(ExecChannel channel) {
        synchronized (this) {
            running.add(channel);
        }
        channel.addCloseFutureListener(_ -> remove(channel));
    }

    private synchronized void remove(ExecChannel channel) {
        running.remove(channel);
        ends++;
        notifyAll();
    }

    /** How many have gone so far. */
    synchronized int ends() {
        return ends;
    }

    synchronized int size() {
        return running.size();
    }

    /** Whether one of them ends by itself or may be asked to. */
    synchronized boolean moves() {
        return running.stream().anyMatch(channel -> channel.stay() != ExecChannel.Stay.UNTIL_CLOSED);
    }

    /** Asks those to go that stay only as long as nobody else wants their place. */
    void makeRoom() {
        var asked = withStay(ExecChannel.Stay.UNTIL_WANTED);
        asked.forEach(ExecChannel::want);
    }

    private synchronized List<ExecChannel> withStay(ExecChannel.Stay stay) {
        return running.stream().filter(channel -> channel.stay() == stay).toList();
    }

    /** Waits until more have gone than those, but no longer than so. */
    synchronized void awaitMoreEndsThan(int before, Duration longest) throws InterruptedIOException {
        var deadline = Deadline.in(longest);
        try {
            while (ends == before && !deadline.isOver()) {
                wait(deadline.left().toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
