package dockdsl.doctor;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Looks at the machine that dockdsl runs on.
 *
 * @param terminal whether output goes to one
 */
public record MachineExamination(Path home, Map<String, String> environment, boolean terminal) {
    private static final byte[] WHICH_KEYS = {0, 0, 0, 1, 11};
    private static final int PATIENCE_SECONDS = 3;
    private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    public Diagnosis diagnosis() {
        MachineFacts facts = facts();
        String summary =
                "Java " + facts.java() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.version");
        return Diagnosis.of("", summary, MachineChecks.ALL, facts);
    }

    private MachineFacts facts() {
        List<Path> keys = keys();
        SshConfiguration configuration = SshConfiguration.of(home);
        List<Path> files = Stream.concat(
                        configuration.files().stream(),
                        Stream.of(home.resolve(".ssh/known_hosts")).filter(Files::exists))
                .toList();
        String agent = environment.getOrDefault("SSH_AUTH_SOCK", "");
        return new MachineFacts(
                Runtime.version().feature(),
                home,
                Files.isWritable(home),
                cacheFree(),
                keys.stream().filter(MachineExamination::isOpen).toList(),
                keys,
                agent,
                agent.isEmpty() ? OptionalInt.empty() : agentKeys(Path.of(agent)),
                files.stream().filter(file -> !Files.isReadable(file)).toList(),
                files.stream().filter(MachineExamination::isWritableByOthers).toList(),
                files.stream().filter(MachineExamination::isForeign).toList(),
                configuration,
                odd(home.resolve(".ssh/known_hosts")),
                terminal ? Optional.of(environment.getOrDefault("TERM", "")) : Optional.empty());
    }

    /** Those that have a public half beside them, and those with the usual names. */
    private List<Path> keys() {
        try (Stream<Path> files = Files.list(home.resolve(".ssh"))) {
            return files.filter(file -> !file.toString().endsWith(".pub"))
                    .filter(file -> file.getFileName().toString().startsWith("id_")
                            || Files.exists(file.resolveSibling(file.getFileName() + ".pub")))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Any right of others counts, as with {@code ssh}. */
    private static boolean isOpen(Path file) {
        return OF_OTHERS.stream().anyMatch(right -> allows(file, right));
    }

    private static boolean isWritableByOthers(Path file) {
        return allows(file, PosixFilePermission.GROUP_WRITE) || allows(file, PosixFilePermission.OTHERS_WRITE);
    }

    /** Whether it belongs to somebody else, root excepted. */
    private static boolean isForeign(Path file) {
        try {
            String owner = Files.getOwner(file).getName();
            return !owner.equals("root") && !owner.equals(self());
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    /** Users without a name, as in some containers, go by their number here as for files. */
    private static String self() throws IOException {
        Path process = Path.of("/proc/self");
        return Files.exists(process) ? Files.getOwner(process).getName() : System.getProperty("user.name");
    }

    private static boolean allows(Path file, PosixFilePermission permission) {
        try {
            Set<PosixFilePermission> all = Files.getPosixFilePermissions(file);
            return all.contains(permission);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    private long cacheFree() {
        Path folder = Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .orElse(home);
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unknown) {
            return -1;
        }
    }

    /** A line has at least a name, a type and a key, unless it is empty or a comment. */
    private static List<Integer> odd(Path knownHosts) {
        List<Integer> odd = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(knownHosts, StandardCharsets.ISO_8859_1);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#") && line.split("\\s+").length < 3) {
                    odd.add(i + 1);
                }
            }
        } catch (IOException unreadable) {
            return List.of();
        }
        return odd;
    }

    /** Asks for the list of its keys, as the protocol of the agent has it. */
    private static OptionalInt agentKeys(Path socket) {
        FutureTask<Integer> asking = new FutureTask<>(() -> {
            try (SocketChannel agent = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                agent.write(ByteBuffer.wrap(WHICH_KEYS));
                ByteBuffer answer = ByteBuffer.allocate(9);
                while (answer.hasRemaining() && agent.read(answer) >= 0) {
                    // The rest of the answer is the keys themselves.
                }
                return answer.getInt(5);
            }
        });
        Thread.startVirtualThread(asking);
        try {
            return OptionalInt.of(asking.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException silent) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        } finally {
            asking.cancel(true);
        }
    }
}
