package dockdsl.vocabulary;

import dockdsl.value.Check;
import dockdsl.value.Durations;
import dockdsl.value.Malformed;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The three ways to write a check. */
final class CheckTerms {
    static final List<Term> TERMS = List.of(
            new Term(
                    "http",
                    "http('/path', status: 200)",
                    "A page answers with the status, 200 unless told; port: and contains: narrow it down.",
                    CheckTerms::http),
            new Term("tcp", "tcp(6379)", "A port of the container accepts connections.", CheckTerms::tcp),
            new Term("exec", "exec('redis-cli', 'ping')", "A command in the container ends with 0.", CheckTerms::exec));

    private CheckTerms() {}

    static List<Check> read(Arguments arguments) {
        return Kinds.atLeastOne(arguments.allowing().flat(), "http('/path'), tcp(6379) or exec('command')").stream()
                .map(CheckTerms::check)
                .toList();
    }

    private static Check check(Object value) {
        if (value instanceof Check check) {
            return check;
        }
        throw new Malformed("'" + value + "' is not a check", "It takes http('/path'), tcp(6379) or exec('command').");
    }

    private static Check http(Arguments arguments) {
        Arguments known = arguments.allowing("port", "status", "contains", "within");
        return new Check.Http(
                known.positional().isEmpty() ? "/" : Arguments.text(known.only("the path of a page")),
                known.integer("port", 0),
                known.integer("status", 200),
                known.text("contains", ""),
                within(known));
    }

    private static Check tcp(Arguments arguments) {
        Arguments known = arguments.allowing("within");
        return new Check.Tcp(known.positional().isEmpty() ? 0 : Arguments.integer(known.only("a port")), within(known));
    }

    private static Check exec(Arguments arguments) {
        Arguments known = arguments.allowing("within");
        return new Check.Exec(Kinds.COMMAND.read().apply(new Arguments(known.positional(), Map.of())), within(known));
    }

    private static Duration within(Arguments arguments) {
        return arguments.named().containsKey("within")
                ? Durations.parse(arguments.text("within", ""))
                : Check.USUAL_PATIENCE;
    }
}
