package dockdsl.docker;

import dockdsl.problem.HostFailed;

/** A version of the Engine API, such as 1.41. */
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
    /** The newest that this code was read against. */
    static final ApiVersion NEWEST = new ApiVersion(1, 52);

    /** That of Docker 20.10. */
    static final ApiVersion OLDEST = new ApiVersion(1, 41);

    /** The name of the header that every answer of an engine has. */
    static final String HEADER = "Api-Version";

    /** @throws IllegalArgumentException when it is not two numbers with a dot between them */
    static ApiVersion parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("not a version of the Engine API: '" + text + "'");
        }
        return new ApiVersion(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    /**
     * The version to speak with an engine.
     *
     * @param newest the newest that the engine speaks
     * @param oldest the oldest that it speaks
     * @throws HostFailed when there is none that both speak
     */
    static ApiVersion agreed(String host, ApiVersion newest, ApiVersion oldest) {
        if (newest.compareTo(OLDEST) < 0) {
            throw new HostFailed(
                    host,
                    "its engine is too old: it speaks the API up to " + newest + ", and " + OLDEST + " is needed",
                    "Upgrade Docker on the host to 20.10 or newer; `docker { version '28' }` and bootstrap do it.");
        }
        if (oldest.compareTo(NEWEST) > 0) {
            throw new HostFailed(
                    host,
                    "its engine is too new: it speaks the API from " + oldest + " on, and dockdsl up to " + NEWEST,
                    "Upgrade dockdsl.");
        }
        return newest.compareTo(NEWEST) < 0 ? newest : NEWEST;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
