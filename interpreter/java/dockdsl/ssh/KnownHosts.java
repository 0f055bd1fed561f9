package dockdsl.ssh;

import dockdsl.ssh.KnownHostsLine.Marker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The known_hosts files of a run, each read once and looked through once for each name. */
final class KnownHosts {
    enum Verdict {
        KNOWN,
        UNKNOWN,
        CHANGED,
        REVOKED
    }

    private final Map<Path, List<KnownHostsLine>> files = new ConcurrentHashMap<>();
    private final Map<Question, List<KnownHostsLine>> answers = new ConcurrentHashMap<>();

    private record Question(List<Path> files, String name) {}

    /**
     * What is known of a host's key. A key that is known as the host's own, whatever the port, does for all its ports.
     *
     * @param key the key in base64
     */
    Verdict judge(Destination to, String key) {
        var verdict = judge(to.knownHosts().all(), to.knownAs(), key);
        return verdict == Verdict.UNKNOWN
                ? to.alsoKnownAs()
                        .map(name -> judge(to.knownHosts().all(), name, key))
                        .filter(other -> other != Verdict.CHANGED)
                        .orElse(verdict)
                : verdict;
    }

    /** @param key the key in base64 */
    Verdict judge(List<Path> from, String name, String key) {
        var about = about(from, name).toList();
        if (about.stream().anyMatch(line -> line.marker() == Marker.REVOKED && line.holds(key))) {
            return Verdict.REVOKED;
        }
        var keys = about.stream()
                .filter(line -> line.marker() == Marker.NONE && Algorithms.isKnown(line.type()))
                .toList();
        if (keys.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return keys.stream().anyMatch(line -> line.holds(key)) ? Verdict.KNOWN : Verdict.CHANGED;
    }

    /** @param key the authority's key in base64 */
    boolean isAuthority(List<Path> from, String name, String key) {
        var markers = about(from, name)
                .filter(line -> line.holds(key))
                .map(KnownHostsLine::marker)
                .toList();
        return markers.contains(Marker.CERT_AUTHORITY) && !markers.contains(Marker.REVOKED);
    }

    /** The types of the keys that are known of a host, in the order of the files. */
    List<String> types(Destination to) {
        return Stream.concat(Stream.of(to.knownAs()), to.alsoKnownAs().stream())
                .flatMap(name -> types(to.knownHosts().all(), name).stream())
                .distinct()
                .toList();
    }

    List<String> types(List<Path> from, String name) {
        return about(from, name)
                .filter(line -> line.marker() == Marker.NONE)
                .map(KnownHostsLine::type)
                .distinct()
                .toList();
    }

    boolean hasAuthority(List<Path> from, String name) {
        return about(from, name).anyMatch(line -> line.marker() == Marker.CERT_AUTHORITY);
    }

    /** The files are read anew; keys that stand in none are forgotten. */
    void refresh() {
        files.clear();
        answers.clear();
    }

    /** Makes one more key known for this run; nothing is written. */
    void know(Path source, KnownHostsLine line) {
        files.put(source, List.of(line));
        answers.clear();
    }

    /**
     * Appends an entry; makes file and folder, for nobody else's eyes, when they are not there.
     *
     * @param name as it is, or {@link KnownNames.Hashed#text}
     */
    synchronized void add(Path file, String name, String type, String key) {
        files.computeIfAbsent(file, KnownHosts::read);
        var entry = name + " " + type + " " + key + "\n";
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            Files.writeString(file, startOfLine(file) + entry, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.merge(file, KnownHostsLine.readAll(entry), KnownHosts::joined);
        answers.clear();
    }

    /** Kept in mind too: the file may be /dev/null. */
    private static List<KnownHostsLine> joined(List<KnownHostsLine> some, List<KnownHostsLine> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static void create(Path file) throws IOException {
        if (Files.notExists(file.getParent())) {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static String startOfLine(Path file) throws IOException {
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return text.isEmpty() || text.endsWith("\n") ? "" : "\n";
    }

    private Stream<KnownHostsLine> about(List<Path> from, String name) {
        return answers.computeIfAbsent(new Question(from, name), this::answer).stream();
    }

    private List<KnownHostsLine> answer(Question question) {
        var name = new SoughtName(question.name());
        return question.files().stream()
                .flatMap(file -> files.computeIfAbsent(file, KnownHosts::read).stream())
                .filter(line -> line.isAbout(name))
                .toList();
    }

    /** A file that is not there or not ours to read knows no host, as with OpenSSH. */
    private static List<KnownHostsLine> read(Path file) {
        try {
            return KnownHostsLine.readAll(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException missingOrForbidden) {
            return List.of();
        }
    }
}
