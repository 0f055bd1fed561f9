package dockdsl.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The machine that dockdsl runs on, as others know it. */
final class ThisMachine {
    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

    private ThisMachine() {}

    /** {@code alice@laptop}, for those who want to know whose run it is. */
    static String somebody(Surroundings surroundings) {
        return surroundings.user() + "@" + name(surroundings);
    }

    /** Asks the resolver last: it may take seconds where the name is not known. */
    private static String name(Surroundings surroundings) {
        return kernel().or(() -> Optional.ofNullable(surroundings.environment().get("HOSTNAME")))
                .orElseGet(ThisMachine::resolved);
    }

    private static Optional<String> kernel() {
        try {
            return Optional.of(Files.readString(KERNEL).strip());
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    private static String resolved() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException nameless) {
            return "somewhere";
        }
    }
}
