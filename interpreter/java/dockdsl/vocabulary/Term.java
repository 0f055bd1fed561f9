package dockdsl.vocabulary;

import java.util.function.Function;

/**
 * A word that stands for a value, such as {@code always} or {@code onFailure(5)}.
 *
 * @param usage how it is written
 * @param value what it stands for, given what is in its brackets; may throw {@link dockdsl.value.Malformed}
 */
public record Term(String name, String usage, String doc, Function<Arguments, Object> value) {
    /** A term without brackets. */
    public static Term constant(String name, Object value, String doc) {
        return new Term(name, name, doc, arguments -> {
            arguments.allowing();
            return value;
        });
    }
}
