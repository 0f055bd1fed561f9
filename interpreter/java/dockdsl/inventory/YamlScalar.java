package dockdsl.inventory;

import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The single values of YAML as Ansible understands them, but for numbers in base 60 and dates, which stay text; {@code 1.20} keeps
 * its last digit.
 */
final class YamlScalar {
    private static final Set<String> YES = Set.of("yes", "true", "on");
    private static final Set<String> NO = Set.of("no", "false", "off");
    private static final Pattern INTEGER = Pattern.compile("[-+]?(0b[01]+|0x[0-9a-fA-F]+|0[0-7]*|[1-9]\\d*)");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+\\.\\d*([eE][-+]\\d+)?|\\.\\d+([eE][-+]\\d+)?)");

    private YamlScalar() {}

    /** @throws Malformed when the tag is not known or the value is none of its kind */
    static Written read(Tag tag, String text, SourceRef where, Decryption decryption) {
        return switch (tag.getValue()) {
            case "tag:yaml.org,2002:null" -> new Written.Nothing(where);
            case "tag:yaml.org,2002:bool" -> new Written.Scalar(flag(text), where);
            case "tag:yaml.org,2002:int" -> new Written.Scalar(integer(text), where);
            case "tag:yaml.org,2002:float" -> new Written.Scalar(decimal(text), where);
            case "!vault", "!vault-encrypted" -> new Written.Scalar(decryption.variable(text, where), where);
            case "tag:yaml.org,2002:str",
                    "tag:yaml.org,2002:timestamp",
                    "tag:yaml.org,2002:value",
                    "tag:yaml.org,2002:merge",
                    "!unsafe" -> new Written.Scalar(text, where);
            default -> throw unknown(tag);
        };
    }

    static Malformed unknown(Tag tag) {
        String name = tag.getValue().replace("tag:yaml.org,2002:", "!!");
        return new Malformed("the tag " + name + " is not known", "Only !vault and !unsafe are; write a plain value.");
    }

    private static boolean flag(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new Malformed("'" + text + "' is neither true nor false", "Write true or false.");
        }
        return YES.contains(word);
    }

    private static Object integer(String text) {
        String digits = text.replace("_", "");
        if (!INTEGER.matcher(digits).matches()) {
            return text;
        }
        String sign = digits.startsWith("-") ? "-" : "";
        String plain = digits.replaceFirst("^[-+]", "");
        int base = plain.startsWith("0b") ? 2 : plain.startsWith("0x") ? 16 : plain.startsWith("0") ? 8 : 10;
        return Numbers.integer(sign + plain.replaceFirst("^0[bx]", ""), base);
    }

    private static Object decimal(String text) {
        String digits = text.replace("_", "");
        return DECIMAL.matcher(digits).matches() ? Numbers.decimal(digits) : text;
    }
}
