package dockdsl.model;

import dockdsl.problem.SourceRef;
import java.util.Optional;

/** What is known of the content that a tag stands for; digests are {@code sha256:} and 64 hexadecimal digits. */
public sealed interface Pin {
    /** The lock file of the site says so. */
    record Locked(String digest, SourceRef where) implements Pin {}

    /** Its registry said so, once for all hosts of a run. */
    record Resolved(String digest) implements Pin {}

    /**
     * Its registry was asked and did not say.
     *
     * @param host that asked
     * @param why a sentence without a full stop
     * @param remedy what to do; may be empty
     */
    record Unknown(String host, String why, String remedy) implements Pin {}

    /**
     * Its registry was asked and has no image of this name.
     *
     * @param host that asked
     * @param why the registry's words
     * @param remedy what to do; may be empty
     */
    record Missing(String host, String why, String remedy) implements Pin {}

    /** Empty when it is not known. */
    default Optional<String> known() {
        return switch (this) {
            case Locked locked -> Optional.of(locked.digest());
            case Resolved resolved -> Optional.of(resolved.digest());
            case Unknown _, Missing _ -> Optional.empty();
        };
    }
}
