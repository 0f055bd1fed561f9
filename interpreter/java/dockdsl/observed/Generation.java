package dockdsl.observed;

/** Engines from one version of Docker on, which know something that older ones do not. */
public enum Generation {
    DOCKER_23(23, 42),
    DOCKER_24(24, 43),
    DOCKER_25(25, 44),
    DOCKER_26(26, 45),
    DOCKER_28(28, 48);

    private final int docker;
    private final int minor;

    Generation(int docker, int minor) {
        this.docker = docker;
        this.minor = minor;
    }

    /** The first version of Docker, such as {@code 25}. */
    public String docker() {
        return String.valueOf(docker);
    }

    /** The version of the Engine API that its engines speak, or a later one, such as {@code 1.44}. */
    public String api() {
        return "1." + minor;
    }

    boolean isSpokenIn(String apiVersion) {
        String[] numbers = apiVersion.split("\\.");
        int major = Integer.parseInt(numbers[0]);
        return major > 1 || major == 1 && Integer.parseInt(numbers[1]) >= minor;
    }
}
