package dockdsl.ssh;

import dockdsl.value.Secret;
import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for the passphrase of a key file; asked at most once per file and run. */
@FunctionalInterface
public interface Passphrases {
    /** @return empty when nobody can be asked */
    Optional<Secret> ask(Path keyFile);

    static Passphrases nobodyToAsk() {
        return keyFile -> Optional.empty();
    }
}
