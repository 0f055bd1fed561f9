package dockdsl.ssh;

import dockdsl.problem.HostUnreachable;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.sshd.client.session.ClientSession;

/** The hosts that others are reached through: each is logged into once and shared. */
final class Bastions {
    private final Function<Destination, ClientSession> login;
    private final Map<String, CompletableFuture<ClientSession>> sessions = new ConcurrentHashMap<>();

    Bastions(Function<Destination, ClientSession> login) {
        this.login = login;
    }

    /** Those that could not be logged into are tried again. */
    void refresh() {
        sessions.values().removeIf(CompletableFuture::isCompletedExceptionally);
    }

    /** @throws HostUnreachable in the name of the host behind it */
    ClientSession session(Destination bastion, String behind) {
        try {
            return open(bastion);
        } catch (HostUnreachable e) {
            throw new HostUnreachable(
                    behind, "on the way through " + bastion.login() + ": " + e.getMessage(), e.remedy(), e);
        }
    }

    private ClientSession open(Destination bastion) {
        var mine = new CompletableFuture<ClientSession>();
        var shared = sessions.compute(bastion.way(), (way, known) -> known == null || isOver(known) ? mine : known);
        if (shared == mine) {
            logIn(bastion, mine);
        }
        try {
            return shared.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof HostUnreachable unreachable ? unreachable : e;
        }
    }

    private void logIn(Destination bastion, CompletableFuture<ClientSession> session) {
        try {
            session.complete(login.apply(bastion));
        } catch (RuntimeException e) {
            session.completeExceptionally(e);
        }
    }

    /** A login that failed is tried no more: all the others would wait for it as long again. */
    private static boolean isOver(CompletableFuture<ClientSession> session) {
        return session.isDone()
                && !session.isCompletedExceptionally()
                && !session.join().isOpen();
    }
}
