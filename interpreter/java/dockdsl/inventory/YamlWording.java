package dockdsl.inventory;

import dockdsl.value.Malformed;
import java.util.Locale;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** What to tell those whose YAML can't be read. */
final class YamlWording {
    private YamlWording() {}

    /** @param line the line with the mistake */
    static Malformed of(MarkedYAMLException wrong, String line) {
        String what = wrong.getProblem() == null ? "" : wrong.getProblem();
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        if (indent.contains("\t") || what.contains("'\\t")) {
            return new Malformed(
                    "a tab stands in the indentation", "YAML is indented with blanks only. Replace the tab.");
        }
        if (what.contains("special characters are not allowed")) {
            return new Malformed("this is not a text file", "Inventories are text in UTF-8. Check the file's name.");
        }
        if (what.contains("undefined alias")) {
            return new Malformed(
                    "there is no anchor for this alias",
                    "Declare it above with &name. Text that begins with * stands in quotes.");
        }
        if (what.contains("another document")) {
            return new Malformed("a second document begins here", "Write one document: remove the line ---.");
        }
        if (what.contains("mapping values are not allowed")) {
            return new Malformed(
                    "a colon stands where none can be",
                    "Check the indentation of this line and the one above; a value with a colon and a blank stands in quotes.");
        }
        if (line.contains("{{")) {
            return new Malformed(
                    "the value can't be read", "A value that begins with {{ stands in quotes: \"{{ name }}\".");
        }
        if (what.contains("block end") || what.contains("<block mapping start>")) {
            return new Malformed(
                    "this line does not fit to those above",
                    "Check its indentation: names of one level begin in the same column, each with a colon behind it.");
        }
        if (what.contains("could not find expected ':'")) {
            return new Malformed(
                    "a colon is missing in this line or the one above", "Write a name and a colon: web1:.");
        }
        if (what.contains("unexpected end of stream") || what.contains("<stream end>")) {
            return new Malformed("the file ends too early", "Close the quote or bracket that is open.");
        }
        return new Malformed(
                "this is not YAML" + (what.isBlank() ? "" : ": " + what.replaceAll("\\s+", " ")),
                "Check this line and the one above.");
    }

    static Malformed of(YAMLException wrong) {
        String what = String.valueOf(wrong.getMessage());
        if (what.contains("special characters are not allowed")) {
            return new Malformed("this is not a text file", "Inventories are text in UTF-8. Check the file's name.");
        }
        if (what.toLowerCase(Locale.ROOT).contains("nesting depth")) {
            return new Malformed("the values are nested too deeply", "Check brackets and braces.");
        }
        return new Malformed("this is not YAML: " + what.lines().findFirst().orElse(""), "Check the file's name.");
    }
}
