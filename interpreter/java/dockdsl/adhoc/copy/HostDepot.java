package dockdsl.adhoc.copy;

import dockdsl.adhoc.Errand;
import dockdsl.adhoc.Place;
import dockdsl.host.Command;
import dockdsl.host.HostSession;
import dockdsl.host.Running;
import dockdsl.problem.HostFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A host, by the {@code tar} that it has.
 *
 * @param session is asked for when there is something to do
 */
public record HostDepot(Place place, Supplier<HostSession> session, boolean asRoot) implements Depot {
    private static final Duration NO_BOUND = Duration.ofDays(365);

    @Override
    public void fetch(String path, Receiving receiving) throws IOException {
        try (Running tar = launch(Scripts.fetch(path))) {
            tar.input().close();
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            Errand errors = Errand.begin(() -> copy(tar.errors(), said));
            receiving.of(new Whole(tar.output(), () -> failIfFailed(tar, errors, said, "fetch " + path)));
        }
    }

    @Override
    public void put(Bundle bundle, String path, Watched watched) throws IOException {
        try (Running tar = launch(Scripts.put(path, bundle.name()))) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            Errand errors = Errand.begin(() -> copy(tar.errors(), said));
            Errand output = Errand.begin(() -> copy(tar.output(), OutputStream.nullOutputStream()));
            try (InputStream archive = watched.over(Archive.of(bundle, "it", "complete"))) {
                send(archive, tar);
            }
            output.await();
            failIfFailed(tar, errors, said, "put " + path);
        }
    }

    private Running launch(String script) {
        Command command = Command.script(script);
        return session.get().launch(asRoot ? command.asRootUser() : command, Optional.empty());
    }

    /** Who does not read on has failed, and says why. */
    private static void send(InputStream archive, Running tar) throws IOException {
        byte[] bytes = new byte[1 << 15];
        for (int count = archive.read(bytes); count >= 0; count = archive.read(bytes)) {
            try {
                tar.input().write(bytes, 0, count);
            } catch (IOException refused) {
                return;
            }
        }
        try {
            tar.input().close();
        } catch (IOException refused) {
            // As above.
        }
    }

    private void failIfFailed(Running tar, Errand errors, ByteArrayOutputStream said, String what) {
        int exitCode = tar.await(NO_BOUND).orElseThrow();
        errors.await();
        if (exitCode != 0) {
            String words = said.toString(StandardCharsets.UTF_8).strip();
            throw new HostFailed(
                    place.host(),
                    "could not " + what + ": " + (words.isEmpty() ? "the shell ended with " + exitCode : words),
                    words.contains("ermission denied") && !asRoot ? "As root: `--sudo`." : "");
        }
    }

    private static void copy(InputStream from, OutputStream to) {
        try {
            from.transferTo(to);
        } catch (IOException lost) {
            // Whoever awaits the command is told.
        }
    }
}
