package dockdsl.vocabulary;

import dockdsl.value.Malformed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands behind a word: {@code volume 'data', at: '/data'} has one positional and one named argument.
 *
 * <p>Values are text, numbers, flags, lists, maps, and what terms such as {@code always} stand for; never Groovy strings.
 */
public record Arguments(List<Object> positional, Map<String, Object> named) {
    public Arguments {
        positional = Collections.unmodifiableList(new ArrayList<>(positional));
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    public static Arguments of(Object... positional) {
        return new Arguments(List.of(positional), Map.of());
    }

    /** The one positional argument. @throws Malformed when there is none or there are more */
    public Object only(String expected) {
        if (positional.size() != 1) {
            throw new Malformed(
                    positional.isEmpty() ? "a value is missing" : "there is more than one value",
                    "It takes " + expected + ".");
        }
        return positional.getFirst();
    }

    /** The positional arguments, with lists laid flat. */
    public List<Object> flat() {
        List<Object> values = new ArrayList<>();
        for (Object value : positional) {
            if (value instanceof Collection<?> several) {
                values.addAll(several);
            } else {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    /** @throws Malformed when there is a named argument that is not one of these */
    public Arguments allowing(String... names) {
        Set<String> allowed = Set.of(names);
        for (String name : named.keySet()) {
            if (!allowed.contains(name)) {
                throw new Malformed(
                        "'" + name + ":' means nothing here",
                        names.length == 0
                                ? "It takes no named values."
                                : "It takes " + String.join(", ", List.of(names)) + ".");
            }
        }
        return this;
    }

    /** The named argument as text, or the other. */
    public String text(String name, String otherwise) {
        return named.containsKey(name) ? text(named.get(name)) : otherwise;
    }

    public boolean flag(String name) {
        return switch (named.getOrDefault(name, false)) {
            case Boolean flag -> flag;
            case Object other ->
                throw new Malformed("'" + name + ":' is " + other, "Write " + name + ": true or false.");
        };
    }

    /** @throws Malformed when it is neither a number nor text of digits */
    public int integer(String name, int otherwise) {
        return named.containsKey(name) ? integer(named.get(name)) : otherwise;
    }

    /** A number as text without its type's ornaments, text as it is. @throws Malformed for lists, maps and the like */
    public static String text(Object value) {
        return switch (value) {
            case CharSequence text -> text.toString();
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> throw new Malformed("'" + value + "' is not text", "Write it in quotes.");
        };
    }

    /** @throws Malformed when it is not a whole number of 32 bits */
    public static int integer(Object value) {
        try {
            return Integer.parseInt(text(value));
        } catch (NumberFormatException notANumber) {
            throw new Malformed("'" + value + "' is not a whole number", "Write digits only.");
        }
    }
}
