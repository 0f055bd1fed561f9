package dockdsl.adhoc.copy;

import dockdsl.adhoc.Errand;
import dockdsl.adhoc.Place;
import dockdsl.host.Command;
import dockdsl.host.ContainerOrder;
import dockdsl.host.Operations;
import dockdsl.host.Running;
import dockdsl.problem.HostFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * A container, running or not. Where it runs and has a shell, what is put there is unpacked beside its place first; elsewhere the
 * engine unpacks it in place.
 *
 * @param container its Id
 */
public record ContainerDepot(Place place, Operations operations, String container, boolean running) implements Depot {
    private static final Duration TO_MOVE = Duration.ofMinutes(5);
    private static final int SHELL_IS_MISSING = 126;

    @Override
    public void fetch(String path, Receiving receiving) throws IOException {
        operations.download(container, path, receiving::of);
    }

    @Override
    public void put(Bundle bundle, String path, Watched watched) throws IOException {
        boolean intoFolder = operations.isFolder(container, path).orElse(false);
        if (path.endsWith("/") && !intoFolder) {
            throw missing(path);
        }
        String to = intoFolder && !bundle.name().equals(".") ? join(path, bundle.name()) : path;
        String parent = to.substring(0, Math.max(1, to.lastIndexOf('/')));
        if (!operations.isFolder(container, parent).orElse(false)) {
            throw missing(parent);
        }
        if (running && canMove()) {
            putBeside(bundle, parent, to, watched);
        } else {
            try (InputStream archive = watched.over(Archive.of(bundle, to.substring(to.lastIndexOf('/') + 1), ""))) {
                operations.upload(container, parent, archive);
            }
        }
    }

    private static String join(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    private HostFailed missing(String folder) {
        return new HostFailed(place.host(), "there is no folder " + folder + " in " + place.container(), "");
    }

    private boolean canMove() {
        return run("command -v mv >/dev/null && command -v rm >/dev/null || exit 127")
                        .exitCode()
                < SHELL_IS_MISSING;
    }

    private void putBeside(Bundle bundle, String parent, String to, Watched watched) throws IOException {
        String beside = ".dockdsl-" + UUID.randomUUID();
        boolean sent = false;
        try {
            try (InputStream archive = watched.over(Archive.of(bundle, beside + "/it", beside + "/complete"))) {
                operations.upload(container, parent, archive);
            }
            sent = true;
        } finally {
            if (!sent) {
                run("rm -rf " + Command.quoted(join(parent, beside)));
            }
        }
        Said moved = run(Scripts.move(join(parent, beside), to));
        if (moved.exitCode() != 0) {
            throw new HostFailed(
                    place.host(), "could not put " + to + " in " + place.container() + ": " + moved.words(), "");
        }
    }

    private record Said(int exitCode, String words) {}

    private Said run(String script) {
        ContainerOrder order = ContainerOrder.of("/bin/sh", "-c", script).as("0");
        try (Running shell = operations.exec(container, order, Optional.empty())) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            Errand errors = Errand.begin(() -> copy(shell.errors(), said));
            Errand output = Errand.begin(() -> copy(shell.output(), OutputStream.nullOutputStream()));
            int exitCode = shell.await(TO_MOVE).orElse(1);
            errors.await();
            output.await();
            return new Said(exitCode, said.toString(StandardCharsets.UTF_8).strip());
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
