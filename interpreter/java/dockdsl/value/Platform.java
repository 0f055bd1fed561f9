package dockdsl.value;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a program is made for, one spelling each, as containerd normalises them.
 *
 * @param os such as {@code linux}
 * @param architecture such as {@code amd64}
 * @param variant such as {@code v7}; empty for an architecture's usual one
 */
public record Platform(String os, String architecture, String variant) {
    private static final List<String> ARCHITECTURES = List.of(
            "386",
            "amd64",
            "arm",
            "arm64",
            "loong64",
            "mips",
            "mips64",
            "mips64le",
            "mipsle",
            "ppc64",
            "ppc64le",
            "riscv64",
            "s390x");

    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("x86_64", "amd64"),
            Map.entry("x86-64", "amd64"),
            Map.entry("aarch64", "arm64"),
            Map.entry("armv8", "arm64"),
            Map.entry("armhf", "arm/v7"),
            Map.entry("armv7", "arm/v7"),
            Map.entry("armv7l", "arm/v7"),
            Map.entry("armel", "arm/v6"),
            Map.entry("armv6l", "arm/v6"),
            Map.entry("i386", "386"),
            Map.entry("i686", "386"),
            Map.entry("x86", "386"));

    /** What an architecture is anyway. */
    private static final Map<String, String> USUAL_VARIANTS = Map.of("arm64", "v8", "amd64", "v1");

    public Platform {
        os = os.toLowerCase(Locale.ROOT);
        String[] parts = (synonym(architecture) + "/").split("/", -1);
        architecture = parts[0];
        variant = variant(architecture, variant.isEmpty() ? parts[1] : variant);
    }

    private static String synonym(String architecture) {
        String lower = architecture.toLowerCase(Locale.ROOT);
        return SYNONYMS.getOrDefault(lower, lower);
    }

    private static String variant(String architecture, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String variant = lower.matches("\\d+") ? "v" + lower : lower;
        if (architecture.equals("arm") && variant.isEmpty()) {
            return "v7";
        }
        return variant.equals(USUAL_VARIANTS.get(architecture)) ? "" : variant;
    }

    /**
     * Reads {@code linux/arm64}, {@code linux/arm/v7}, or an architecture alone.
     *
     * @throws Malformed when it is none that a host could have
     */
    public static Platform parse(String text) {
        String[] parts = text.strip().split("/", -1);
        Platform platform = switch (parts.length) {
            case 1 -> new Platform("linux", parts[0], "");
            case 2 ->
                parts[0].equalsIgnoreCase("linux")
                        ? new Platform(parts[0], parts[1], "")
                        : isArchitecture(parts[0])
                                ? new Platform("linux", parts[0], parts[1])
                                : new Platform(parts[0], parts[1], "");
            case 3 -> new Platform(parts[0], parts[1], parts[2]);
            default -> throw malformed(text);
        };
        if (!platform.os.equals("linux")) {
            throw new Malformed("no host here runs '" + platform.os + "'", "Hosts run Linux: write 'linux/amd64'.");
        }
        if (!ARCHITECTURES.contains(platform.architecture) || !platform.variant.matches("(v[0-9.]+)?")) {
            throw malformed(text);
        }
        return platform;
    }

    private static boolean isArchitecture(String text) {
        return ARCHITECTURES.contains(new Platform("linux", text, "").architecture);
    }

    private static Malformed malformed(String text) {
        return new Malformed(
                "'" + text + "' is no platform",
                "Write 'linux/amd64', 'linux/arm64' or 'linux/arm/v7'; others are " + String.join(", ", ARCHITECTURES)
                        + ".");
    }

    @Override
    public String toString() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
