package dockdsl.inventory;

import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON with the place of every value, within bounds. */
final class JsonTree {
    private static final int DEEPEST = 50;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final String ENCRYPTED = "__ansible_vault";
    private static final String UNSAFE = "__ansible_unsafe";

    private final String file;
    private final Decryption decryption;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    private JsonTree(TextFile file) {
        this.file = file.name();
        this.decryption = file.decryption();
        this.text = file.text();
    }

    /** The value in the file; empty when it is told to be wrong. */
    static Optional<Written> read(TextFile file, Mistakes mistakes) {
        JsonTree tree = new JsonTree(file);
        try {
            Written value = tree.value(0);
            tree.blanks();
            if (tree.at < tree.text.length()) {
                throw new Malformed(
                        "something follows the end of the JSON", "Remove it; a program prints nothing else.");
            }
            return Optional.of(file.secret() ? value.hidden() : value);
        } catch (Malformed wrong) {
            mistakes.add(tree.here(), wrong);
            return Optional.empty();
        }
    }

    private SourceRef here() {
        return new SourceRef(file, line, Math.max(1, at - lineStart + 1));
    }

    private char next() {
        blanks();
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
            at++;
        }
    }

    private Written value(int depth) {
        if (depth > DEEPEST) {
            throw new Malformed("the values are nested too deeply", "Check brackets and braces.");
        }
        char first = next();
        SourceRef where = here();
        return switch (first) {
            case '{' -> object(where, depth);
            case '[' -> array(where, depth);
            case '"' -> new Written.Scalar(string(), where);
            case 0 -> throw new Malformed("the JSON ends too early", "Check that it is written to its end.");
            default -> first == '-' || Character.isDigit(first) ? number(where) : word(where);
        };
    }

    private Written object(SourceRef where, int depth) {
        SequencedMap<String, Written.Field> fields = new LinkedHashMap<>();
        at++;
        boolean more = next() != '}';
        while (more) {
            if (next() != '"') {
                throw new Malformed(
                        "a name in double quotes is missing",
                        "JSON is written {\"name\": \"value\"}, without a comma at the end.");
            }
            SourceRef key = here();
            String name = string();
            expect(':');
            if (fields.put(name, new Written.Field(key, value(depth + 1))) != null) {
                throw new Malformed("'" + name + "' stands twice in one object", "Only one of them would count.");
            }
            more = next() == ',';
            at += more ? 1 : 0;
        }
        expect('}');
        return special(new Written.Fields(fields, where));
    }

    /** Ansible's way to write encrypted text and text that is no template. */
    private Written special(Written.Fields object) {
        Optional<String> marked = Optional.of(object.fields())
                .filter(fields -> fields.size() == 1)
                .map(fields -> fields.firstEntry().getKey());
        if (marked.filter(UNSAFE::equals).isPresent()) {
            return object.fields().firstEntry().getValue().value();
        }
        return marked.filter(ENCRYPTED::equals)
                .<Written>map(name -> new Written.Scalar(
                        decryption.variable(
                                String.valueOf(object.fields()
                                        .firstEntry()
                                        .getValue()
                                        .value()
                                        .plain()),
                                object.where()),
                        object.where()))
                .orElse(object);
    }

    private Written array(SourceRef where, int depth) {
        List<Written> items = new ArrayList<>();
        at++;
        boolean more = next() != ']';
        while (more) {
            items.add(value(depth + 1));
            more = next() == ',';
            at += more ? 1 : 0;
        }
        expect(']');
        return new Written.Items(items, where);
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw new Malformed(
                    at < text.length()
                            ? "here stands '" + text.charAt(at) + "' where " + wanted + " or , was expected"
                            : "the JSON ends too early",
                    "Check the brackets and commas before it.");
        }
        at++;
    }

    private Written number(SourceRef where) {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw new Malformed("this is no number of JSON", "Write it as 12, -3 or 1.5, without a zero at its front.");
        }
        at = number.end();
        boolean whole = number.group(1) == null && number.group(2) == null;
        return new Written.Scalar(whole ? Numbers.integer(number.group(), 10) : Numbers.decimal(number.group()), where);
    }

    private Written word(SourceRef where) {
        Matcher word = WORD.matcher(text).region(at, text.length());
        String found = word.lookingAt() ? word.group() : text.substring(at, at + 1);
        Written value = switch (found) {
            case "true" -> new Written.Scalar(true, where);
            case "false" -> new Written.Scalar(false, where);
            case "null" -> new Written.Nothing(where);
            default ->
                throw new Malformed(
                        "'" + found + "' is not JSON", "Text stands in double quotes; words are true, false and null.");
        };
        at += found.length();
        return value;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            if (c < ' ') {
                throw new Malformed("a text is not closed in its line", "Write a line break in text as \\n.");
            }
            string.append(c == '\\' ? escaped() : c);
        }
        if (at >= text.length()) {
            throw new Malformed("the JSON ends within a text", "Check that it is written to its end.");
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        at++;
        char c = at < text.length() ? text.charAt(at) : 0;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new Malformed("\\" + c + " means nothing in JSON", "Write \\\\ for a backslash.");
        };
    }

    private char unicode() {
        String digits = text.substring(Math.min(at + 1, text.length()), Math.min(at + 5, text.length()));
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            throw new Malformed("\\u is followed by four digits", "Write for example \\u00e9.");
        }
        at += 4;
        return (char) Integer.parseInt(digits, 16);
    }
}
