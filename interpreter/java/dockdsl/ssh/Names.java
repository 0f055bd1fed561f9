package dockdsl.ssh;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Turns names into addresses in bounded time, which the system's resolver does not promise. */
final class Names {
    private Names() {}

    /** @throws TimeoutException when the resolver does not answer in time */
    static List<InetAddress> resolve(String name, Deadline deadline) throws UnknownHostException, TimeoutException {
        if (isLiteral(name)) {
            return List.of(InetAddress.getByName(name));
        }
        try {
            return lookUp(name)
                    .orTimeout(deadline.left().toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            if (e.getCause() instanceof TimeoutException late) {
                throw late;
            }
            throw e;
        }
    }

    private static CompletableFuture<List<InetAddress>> lookUp(String name) {
        var addresses = new CompletableFuture<List<InetAddress>>();
        Thread.ofPlatform().daemon().name("resolve " + name).start(() -> {
            try {
                addresses.complete(List.of(InetAddress.getAllByName(name)));
            } catch (UnknownHostException | RuntimeException e) {
                addresses.completeExceptionally(e);
            }
        });
        return addresses;
    }

    static boolean isLiteral(String name) {
        return name.indexOf(':') >= 0 || name.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }
}
