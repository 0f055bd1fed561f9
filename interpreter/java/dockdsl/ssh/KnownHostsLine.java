package dockdsl.ssh;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a known_hosts file, in the format of sshd(8).
 *
 * @param key the key in base64, as it stands
 */
record KnownHostsLine(Marker marker, KnownNames names, String type, String key) {
    enum Marker {
        NONE,
        REVOKED,
        CERT_AUTHORITY
    }

    /** Empty for comments, blank lines and what no OpenSSH wrote. */
    static Optional<KnownHostsLine> read(String line) {
        var fields = line.strip().split("[ \t]+");
        if (fields[0].startsWith("#")) {
            return Optional.empty();
        }
        return switch (fields[0]) {
            case "@revoked" -> of(Marker.REVOKED, fields, 1);
            case "@cert-authority" -> of(Marker.CERT_AUTHORITY, fields, 1);
            default -> of(Marker.NONE, fields, 0);
        };
    }

    private static Optional<KnownHostsLine> of(Marker marker, String[] fields, int first) {
        if (fields.length < first + 3 || fields[first].startsWith("@")) {
            return Optional.empty();
        }
        return Optional.of(
                new KnownHostsLine(marker, KnownNames.read(fields[first]), fields[first + 1], fields[first + 2]));
    }

    boolean holds(String keyInBase64) {
        return key.equals(keyInBase64);
    }

    boolean isAbout(SoughtName name) {
        return names.include(name);
    }

    static List<KnownHostsLine> readAll(String text) {
        return Arrays.stream(text.split("\n"))
                .map(KnownHostsLine::read)
                .flatMap(Optional::stream)
                .toList();
    }
}
