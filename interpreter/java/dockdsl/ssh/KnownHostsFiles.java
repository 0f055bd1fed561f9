package dockdsl.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the keys of hosts are looked for.
 *
 * @param users the user's own files; accepted keys are appended to the first
 * @param machines files for all users of this machine
 * @param hashing whether the names of new hosts are made unreadable
 */
public record KnownHostsFiles(List<Path> users, List<Path> machines, boolean hashing) {
    public KnownHostsFiles {
        if (users.isEmpty()) {
            throw new IllegalArgumentException("host keys are kept in a known_hosts file: name one");
        }
        users = List.copyOf(users);
        machines = List.copyOf(machines);
    }

    static KnownHostsFiles of(Path only) {
        return new KnownHostsFiles(List.of(only), List.of(), false);
    }

    List<Path> all() {
        return Stream.concat(users.stream(), machines.stream()).toList();
    }

    Path forNewKeys() {
        return users.getFirst();
    }
}
