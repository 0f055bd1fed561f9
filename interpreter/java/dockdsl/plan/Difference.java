package dockdsl.plan;

import java.util.Optional;

/**
 * One setting that is not as declared.
 *
 * @param setting its name, with the part that differs: {@code env.HOST}
 * @param before what the host has; empty when it has nothing
 * @param after what is declared; empty when nothing is
 */
public record Difference(String setting, Optional<String> before, Optional<String> after) {}
