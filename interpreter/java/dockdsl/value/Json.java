package dockdsl.value;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes JSON: canonical for comparing, indented for people. Values are those of a {@link Tree}. */
public final class Json {
    private Json() {}

    /** The one spelling of a value: keys sorted, no blanks, {@code 1.0} as {@code 1}. Equal values give equal text. */
    public static String canonical(Object value) {
        return switch (value) {
            case Tree tree -> canonical(tree.fields());
            case Map<?, ?> map -> joined("{", new TreeMap<>(map), "}");
            case List<?> list -> list.stream().map(Json::canonical).collect(Collectors.joining(",", "[", "]"));
            default -> scalar(value);
        };
    }

    /** The value on one line, keys in their own order, with a line break at the end. */
    public static String line(Tree tree) {
        return line(tree.fields()) + "\n";
    }

    private static String line(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + ":" + line(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case List<?> list -> list.stream().map(Json::line).collect(Collectors.joining(",", "[", "]"));
            default -> scalar(value);
        };
    }

    /** The value over several lines, two blanks per level, keys in their own order, with a line break at the end. */
    public static String indented(Tree tree) {
        return indented(tree.fields(), "\n") + "\n";
    }

    private static String joined(String open, Map<?, ?> map, String close) {
        return map.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + canonical(entry.getValue()))
                .collect(Collectors.joining(",", open, close));
    }

    private static String indented(Object value, String lineBreak) {
        String deeper = lineBreak + "  ";
        return switch (value) {
            case Map<?, ?> map -> block("{", map.entrySet(), "}", lineBreak, entry -> member(entry, deeper));
            case List<?> list -> block("[", list, "]", lineBreak, item -> indented(item, deeper));
            default -> scalar(value);
        };
    }

    private static String member(Map.Entry<?, ?> entry, String lineBreak) {
        return quoted(entry.getKey()) + ": " + indented(entry.getValue(), lineBreak);
    }

    private static <T> String block(
            String open, Collection<T> items, String close, String lineBreak, Function<T, String> text) {
        if (items.isEmpty()) {
            return open + close;
        }
        String deeper = lineBreak + "  ";
        return items.stream().map(text).collect(Collectors.joining("," + deeper, open + deeper, lineBreak + close));
    }

    private static String scalar(Object value) {
        return switch (value) {
            case Boolean flag -> flag.toString();
            case Number number -> plain(new BigDecimal(number.toString()));
            default -> quoted(value);
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String quoted(Object text) {
        return String.valueOf(text).chars().mapToObj(Json::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isInvisible(character) ? "\\u%04x".formatted(character) : String.valueOf((char) character);
        };
    }

    /** Such as what moves a terminal's cursor or turns the direction of writing. */
    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
