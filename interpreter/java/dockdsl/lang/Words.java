package dockdsl.lang;

import dockdsl.vocabulary.Arguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the words of a file become when it is compiled: direct calls of these methods, which carry the word and its {@link Places}.
 * Public because compiled files live in a class loader of their own.
 */
public final class Words {
    private Words() {}

    /** {@code image 'redis:7.4.1'}. */
    public static void say(Object script, String word, String places, List<?> positional, Map<?, ?> named) {
        Evaluation evaluation = of(script);
        evaluation.say(said(evaluation, word, places, positional, named));
    }

    /** {@code container('redis') {}; `on` holds what the block says of where, or nothing. */
    public static void open(
            Object script,
            String word,
            String places,
            List<?> positional,
            Map<?, ?> named,
            String onPlaces,
            List<?> onPositional,
            Map<?, ?> onNamed) {
        Evaluation evaluation = of(script);
        List<Said> on =
                onPlaces.isEmpty() ? List.of() : List.of(said(evaluation, "on", onPlaces, onPositional, onNamed));
        evaluation.open(said(evaluation, word, places, positional, named), on);
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
            Object script, String setting, String term, String places, List<?> positional, Map<?, ?> named) {
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
    public static Object text(List<?> parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            if (part == Unreadable.VALUE) {
                return part;
            }
            text.append(part);
        }
        return text.toString();
    }

    /** In the place of something that was found wrong when the file was compiled. */
    public static Object missed(Object script) {
        of(script).missed();
        return Unreadable.VALUE;
    }

    private static Evaluation of(Object script) {
        return ((SiteScript) script).evaluation();
    }

    private static Said said(Evaluation evaluation, String word, String places, List<?> positional, Map<?, ?> named) {
        Map<String, Object> plain = new LinkedHashMap<>();
        named.forEach((name, value) -> plain.put(String.valueOf(name), Plain.of(value)));
        Arguments arguments = new Arguments(Plain.all(positional), plain);
        return new Said(word, arguments, evaluation.places(places));
    }
}
