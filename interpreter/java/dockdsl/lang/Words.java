package dockdsl.lang;

import dockdsl.vocabulary.Arguments;
import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the words of a file become when it is compiled: direct calls of these methods, which carry the word and its {@link Places}.
 * Public because compiled files live in a class loader of their own.
 */
public final class Words {
    private Words() {}

    /** {@code image 'redis:7.4.1'}. */
    public static void say(Object script, String word, String places, Object[] positional, Object[] named) {
        Evaluation evaluation = of(script);
        evaluation.say(said(evaluation, word, places, positional, named));
    }

    /** {@code container('redis') {}; `on` holds what the block says of where, or nothing. */
    public static void open(
            Object script,
            String word,
            String places,
            Object[] positional,
            Object[] named,
            String onPlaces,
            Object[] onPositional,
            Object[] onNamed) {
        Evaluation evaluation = of(script);
        evaluation.open(
                said(evaluation, word, places, positional, named), on(evaluation, onPlaces, onPositional, onNamed));
    }

    /** {@code defaults {}}: a block whose statements run later. */
    public static void keep(
            Object script,
            String word,
            String places,
            Object[] positional,
            Object[] named,
            String onPlaces,
            Object[] onPositional,
            Object[] onNamed,
            Object body) {
        Evaluation evaluation = of(script);
        evaluation.keep(
                said(evaluation, word, places, positional, named),
                on(evaluation, onPlaces, onPositional, onNamed),
                (Closure<?>) body);
    }

    /** Whether the statements of the innermost block are to run once more. */
    public static boolean next(Object script) {
        return of(script).next();
    }

    /** The innermost block is over, well or not. */
    public static void close(Object script) {
        of(script).close();
    }

    /** {@code onFailure(5)} behind {@code restart}. */
    public static Object term(
            Object script, String setting, String term, String places, Object[] positional, Object[] named) {
        Evaluation evaluation = of(script);
        return evaluation.term(setting, said(evaluation, term, places, positional, named));
    }

    /** {@code vars.domain} and {@code host.name}. */
    public static Object fact(Object script, String subject, String name, String places) {
        Evaluation evaluation = of(script);
        return evaluation.fact(subject, name, evaluation.places(places));
    }

    /** {@code vars} and {@code host} by themselves. */
    public static Map<String, Object> facts(Object script, String subject, String places) {
        Evaluation evaluation = of(script);
        return evaluation.facts(subject, evaluation.places(places));
    }

    /** Text with values in it. */
    public static Object text(Object[] parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            if (part == Unreadable.VALUE) {
                return part;
            }
            text.append(part);
        }
        return text.toString();
    }

    /** {@code ['a', 'b']}. */
    public static List<Object> list(Object[] values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    /** {@code [a: 1, b: 2]}, from names and values in turn. */
    public static Map<Object, Object> map(Object[] pairs) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** {@code *ports} among other values. */
    public static Object[] spread(List<?> values) {
        return values.toArray();
    }

    /** {@code *:settings} among other names and values. */
    public static Object[] spreadPairs(Map<?, ?> map) {
        return map.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray();
    }

    /** What looks like a secret stands in the file as it is. */
    public static void suspect(Object script, String what, String places) {
        Evaluation evaluation = of(script);
        evaluation.suspect(what, evaluation.places(places));
    }

    /** In the place of something that was found wrong when the file was compiled. */
    public static Object missed(Object script) {
        of(script).missed();
        return Unreadable.VALUE;
    }

    private static Evaluation of(Object script) {
        return ((SiteScript) script).evaluation();
    }

    private static List<Said> on(Evaluation evaluation, String places, Object[] positional, Object[] named) {
        return places.isEmpty() ? List.of() : List.of(said(evaluation, "on", places, positional, named));
    }

    private static Said said(Evaluation evaluation, String word, String places, Object[] positional, Object[] named) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (int i = 0; i < named.length; i += 2) {
            plain.put(String.valueOf(named[i]), Plain.of(named[i + 1]));
        }
        Arguments arguments = new Arguments(Plain.all(Arrays.asList(positional)), plain);
        return new Said(word, arguments, evaluation.places(places));
    }
}
