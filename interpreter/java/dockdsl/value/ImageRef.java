package dockdsl.value;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An image's full name: {@code redis:7.4.1} is {@code docker.io/library/redis:7.4.1}.
 *
 * @param registry host with optional port, such as {@code docker.io} or {@code 10.0.0.1:5000}
 * @param repository path in the registry, such as {@code library/redis}
 * @param tag the version, when given
 * @param digest {@code sha256:} and 64 hexadecimal digits, when given
 */
public record ImageRef(String registry, String repository, Optional<String> tag, Optional<String> digest) {
    public static final String DOCKER_HUB = "docker.io";

    private static final Pattern REPOSITORY =
            Pattern.compile("[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    /** @throws Malformed when the text is not an image name */
    public static ImageRef parse(String text) {
        int at = text.indexOf('@');
        Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
        String name = at < 0 ? text : text.substring(0, at);
        int colon = name.lastIndexOf(':');
        boolean tagged = colon > name.lastIndexOf('/');
        Optional<String> tag = tagged ? Optional.of(name.substring(colon + 1)) : Optional.empty();
        String path = tagged ? name.substring(0, colon) : name;
        int slash = path.indexOf('/');
        boolean hasRegistry = slash > 0 && looksLikeHost(path.substring(0, slash));
        String registry = hasRegistry ? path.substring(0, slash) : DOCKER_HUB;
        String repository = hasRegistry ? path.substring(slash + 1) : path;
        check(text, repository, tag, digest);
        boolean official = registry.equals(DOCKER_HUB) && repository.indexOf('/') < 0;
        return new ImageRef(
                registry.equals("index.docker.io") ? DOCKER_HUB : registry,
                official ? "library/" + repository : repository,
                tag,
                digest);
    }

    /** The name without tag and digest; empty when the text is no image name but an Id. */
    public static Optional<String> nameIn(String text) {
        try {
            return Optional.of(parse(text).name());
        } catch (Malformed anId) {
            return Optional.empty();
        }
    }

    private static boolean looksLikeHost(String first) {
        return first.contains(".") || first.contains(":") || first.equals("localhost");
    }

    private static void check(String text, String repository, Optional<String> tag, Optional<String> digest) {
        if (!REPOSITORY.matcher(repository).matches()) {
            throw new Malformed(
                    "'" + text + "' is not an image name",
                    "Write it in lower case as 'repository:tag', for example 'redis:7.4.1' or 'registry.example.com/team/app:1.0'.");
        }
        if (tag.isPresent() && !TAG.matcher(tag.get()).matches()) {
            throw new Malformed(
                    "'" + tag.get() + "' is not an image tag",
                    "A tag has letters, digits, dots, dashes and underscores, 128 at most.");
        }
        if (digest.isPresent() && !DIGEST.matcher(digest.get()).matches()) {
            throw new Malformed(
                    "'" + digest.get() + "' is not an image digest", "Write @sha256: and 64 hexadecimal digits.");
        }
    }

    /** Whether this is {@code sha256:} and 64 hexadecimal digits. */
    public static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }

    /** The same name with this digest, tag or not. */
    public ImageRef at(String newDigest) {
        return new ImageRef(registry, repository, tag, Optional.of(newDigest));
    }

    /** Whether it names one version: a digest, or a tag other than {@code latest}. */
    public boolean isPinned() {
        return digest.isPresent() || tag.isPresent() && !tag.get().equals("latest");
    }

    /** The full name without tag and digest, as repository digests of the engine begin. */
    public String name() {
        return registry.equals(DOCKER_HUB)
                ? repository.startsWith("library/") ? repository.substring("library/".length()) : repository
                : registry + "/" + repository;
    }

    /** The familiar spelling, such as {@code redis:7.4.1}; equal for all spellings of one image. */
    @Override
    public String toString() {
        return name()
                + tag.map(t -> ":" + t).orElse("")
                + digest.map(d -> "@" + d).orElse("");
    }
}
