package dockdsl.secret.local;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets the user edit a secret with {@code $EDITOR}, in memory where there is a folder in memory, and leaves nothing of it behind. */
public record Editor(String command, Path folder) {
    /** The editor and the folder that the environment names; {@code vi}, when it names none. */
    public static Editor of(Map<String, String> environment) {
        String command = Optional.ofNullable(environment.get("EDITOR"))
                .filter(editor -> !editor.isBlank())
                .orElse("vi");
        return new Editor(command, inMemory(environment));
    }

    private static Path inMemory(Map<String, String> environment) {
        return Stream.of("/dev/shm", environment.getOrDefault("XDG_RUNTIME_DIR", ""))
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .filter(Files::isWritable)
                .findFirst()
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * What the user made of it.
     *
     * @param name of the file, so that the editor knows its kind
     * @throws NothingToWorkOn when the editor can't be started or fails
     */
    public Secret edited(Secret before, String name) {
        try {
            Path own = Files.createTempDirectory(
                    folder,
                    "dockdsl-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Thread cleaner = new Thread(() -> shred(own));
            Runtime.getRuntime().addShutdownHook(cleaner);
            try {
                Path file = own.resolve(name);
                KeptFile.replace(file, before.reveal());
                run(file);
                return Secret.of(new LocalFile(file).bytes());
            } finally {
                shred(own);
                Runtime.getRuntime().removeShutdownHook(cleaner);
            }
        } catch (IOException e) {
            throw new NothingToWorkOn("There is no place to edit in: " + folder + ".", "Check its permissions.", e);
        }
    }

    private void run(Path file) {
        try {
            int exit = new ProcessBuilder("sh", "-c", command + " \"$1\"", command, file.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new NothingToWorkOn(
                        "The editor " + command + " ended with " + exit + "; nothing was changed.",
                        "Set EDITOR to an editor that is installed, such as EDITOR=vi.");
            }
        } catch (IOException e) {
            throw new NothingToWorkOn("The editor " + command + " can't be started.", "Set EDITOR=vi.", e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NothingToWorkOn("The editor was interrupted; nothing was changed.", "", interrupted);
        }
    }

    /** Also what the editor left beside the file. */
    private static void shred(Path own) {
        try (Stream<Path> left = Files.list(own)) {
            for (Path file : left.toList()) {
                Files.write(file, new byte[Math.toIntExact(Math.min(Files.size(file), LocalFile.MOST_BYTES))]);
                Files.delete(file);
            }
            Files.deleteIfExists(own);
        } catch (NoSuchFileException gone) {
            return;
        } catch (IOException stubborn) {
            throw new NothingToWorkOn(
                    "The folder " + own + ", in which the secret was edited, can't be removed.",
                    "Remove it yourself.",
                    stubborn);
        }
    }
}
