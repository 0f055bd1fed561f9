package dockdsl.plan;

import dockdsl.value.Check;
import dockdsl.value.Durations;
import dockdsl.value.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks as JSON objects. */
final class CheckForm {
    private CheckForm() {}

    static List<Map<String, Object>> fields(List<Check> checks) {
        return checks.stream().map(CheckForm::fields).toList();
    }

    private static Map<String, Object> fields(Check check) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("within", Durations.show(check.within()));
        switch (check) {
            case Check.Http http -> {
                fields.put("path", http.path());
                fields.put("port", http.port());
                fields.put("status", http.status());
                fields.put("contains", http.contains());
            }
            case Check.Tcp tcp -> fields.put("port", tcp.port());
            case Check.Exec exec -> fields.put("command", exec.command());
        }
        return fields;
    }

    static List<Check> read(List<Tree> checks) {
        return checks.stream().map(CheckForm::read).toList();
    }

    private static Check read(Tree check) {
        var within = Durations.parse(check.text("within"));
        int port = (int) check.number("port");
        if (check.has("path")) {
            return new Check.Http(
                    check.text("path"), port, (int) check.number("status"), check.text("contains"), within);
        }
        return check.has("command") ? new Check.Exec(check.texts("command"), within) : new Check.Tcp(port, within);
    }
}
