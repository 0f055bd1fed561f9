package dockdsl.cli.json;

import dockdsl.problem.DockdslException;
import dockdsl.problem.HostFailed;
import dockdsl.problem.HostUnreachable;
import dockdsl.problem.Problem;
import dockdsl.problem.SiteRejected;
import dockdsl.problem.SourceRef;
import dockdsl.value.Json;
import dockdsl.value.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON document in the making; the manual's page {@code json} names its fields. */
public final class Document {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    public Document(String command) {
        fields.put("command", command);
    }

    /** The document of a run that ended before its time. */
    public static String ofEnding(String command, Throwable ending, int exitCode) {
        Document document = new Document(command);
        if (ending instanceof SiteRejected rejected) {
            document.with("problems", problems(rejected.problems()));
        } else {
            document.with("error", error(ending));
        }
        return document.text(exitCode);
    }

    public Document with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    public Document withAll(Map<String, Object> more) {
        fields.putAll(more);
        return this;
    }

    /** The finished text with a line break at its end. */
    public String text(int exitCode) {
        fields.put("exitCode", exitCode);
        return Json.indented(new Tree(fields));
    }

    /** Mistakes or warnings, each with its place. */
    public static List<Object> problems(List<Problem> problems) {
        List<Object> all = new ArrayList<>();
        for (Problem problem : problems) {
            Map<String, Object> fields = new LinkedHashMap<>(place(problem.where()));
            fields.put("what", problem.what());
            fields.put("remedy", problem.remedy());
            all.add(fields);
        }
        return all;
    }

    static Map<String, Object> place(SourceRef where) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", where.file());
        fields.put("line", where.line());
        fields.put("column", where.column());
        return fields;
    }

    /** Where the host is declared that can't be reached, as {@code where}; empty when nobody knows. */
    public static Map<String, Object> declared(DockdslException why) {
        return why instanceof HostUnreachable unreachable
                ? unreachable
                        .where()
                        .map(where -> Map.<String, Object>of("where", place(where)))
                        .orElse(Map.of())
                : Map.of();
    }

    static Map<String, Object> error(Throwable ending) {
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (ending) {
            case HostFailed failed -> fields.put("host", failed.host());
            case HostUnreachable unreachable -> {
                fields.put("host", unreachable.host());
                fields.putAll(declared(unreachable));
            }
            default -> {}
        }
        fields.put("what", String.valueOf(ending.getMessage()));
        fields.put("remedy", ending instanceof DockdslException expected ? expected.remedy() : "");
        return fields;
    }
}
