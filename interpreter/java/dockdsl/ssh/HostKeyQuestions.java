package dockdsl.ssh;

/** Decides about the key of a host that no known_hosts file knows; a changed key is never asked about. */
@FunctionalInterface
public interface HostKeyQuestions {
    /** @return whether to trust the key and to store it in the user's known_hosts */
    boolean accept(UnknownHostKey key);

    static HostKeyQuestions refuse() {
        return key -> false;
    }

    static HostKeyQuestions acceptNew() {
        return key -> true;
    }
}
