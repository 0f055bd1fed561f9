package dockdsl.vocabulary;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A sort of value: how it is read and how it is shown.
 *
 * @param expects what to write, to be read behind "It takes ": {@code a size such as '256m'}
 * @param terms the words that stand for such values
 * @param choices what it takes besides, as it is written, where that is one of a few: {@code true}, {@code 'host'}
 * @param read from what the user wrote; throws {@link dockdsl.value.Malformed}
 * @param show the parts of a value under their names, for plans; a plain value has one part without a name
 */
public record Kind<T>(
        String expects,
        List<Term> terms,
        List<String> choices,
        Function<Arguments, T> read,
        Function<T, SortedMap<String, String>> show) {
    public Kind {
        terms = List.copyOf(terms);
        choices = List.copyOf(choices);
    }

    /** A kind whose values are many. */
    public Kind(
            String expects,
            List<Term> terms,
            Function<Arguments, T> read,
            Function<T, SortedMap<String, String>> show) {
        this(expects, terms, List.of(), read, show);
    }

    /** A kind whose values have one part. */
    public static <T> Kind<T> plain(String expects, Function<Arguments, T> read, Function<T, String> show) {
        return new Kind<>(expects, List.of(), read, value -> {
            SortedMap<String, String> parts = new TreeMap<>();
            String text = show.apply(value);
            if (!text.isEmpty()) {
                parts.put("", text);
            }
            return parts;
        });
    }

    public Kind<T> withTerms(Term... more) {
        return new Kind<>(expects, List.of(more), choices, read, show);
    }

    /** The same, where nothing but these can be written, and the terms. */
    public Kind<T> choosing(String... written) {
        return new Kind<>(expects, terms, List.of(written), read, show);
    }

    /** The same, where nothing but these texts can be written, and the terms. */
    Kind<T> choosingTexts(String... texts) {
        return choosing(Stream.of(texts).map(text -> "'" + text + "'").toArray(String[]::new));
    }
}
