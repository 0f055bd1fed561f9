package dockdsl.observed;

/**
 * The engine itself.
 *
 * @param version such as {@code 28.2.2}
 * @param apiVersion the version that was agreed on with it, such as {@code 1.41}
 */
public record EngineInfo(String version, String apiVersion) {}
