package dockdsl.inventory;

import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML with the place of every value, within bounds: no objects but plain values, no bombs of aliases, no endless nesting. */
final class YamlTree {
    private static final int DEEPEST = 50;
    private static final int MOST_VALUES = 1_000_000;

    private final String file;
    private final Decryption decryption;
    private final Mistakes mistakes;
    private final Set<Node> around = Collections.newSetFromMap(new IdentityHashMap<>());
    private int values;

    private YamlTree(TextFile file, Mistakes mistakes) {
        this.file = file.name();
        this.decryption = file.decryption();
        this.mistakes = mistakes;
    }

    /** The only document of the file; empty when it is told to be wrong. */
    static Optional<Written> read(TextFile file, Mistakes mistakes) {
        Optional<Written> content = new YamlTree(file, mistakes).read(file.text());
        return file.secret() ? content.map(Written::hidden) : content;
    }

    private Optional<Written> read(String text) {
        LoaderOptions bounds = new LoaderOptions();
        bounds.setCodePointLimit(TextFile.MOST_BYTES);
        bounds.setNestingDepthLimit(DEEPEST);
        bounds.setMaxAliasesForCollections(MOST_VALUES);
        bounds.setTagInspector(tag -> true);
        try {
            Node node = new Yaml(new SafeConstructor(bounds)).compose(new StringReader(text));
            return Optional.of(node == null ? new Written.Nothing(SourceRef.startOf(file)) : written(node));
        } catch (MarkedYAMLException wrong) {
            Mark mark = wrong.getProblemMark() == null ? wrong.getContextMark() : wrong.getProblemMark();
            SourceRef where = mark == null ? SourceRef.startOf(file) : place(mark);
            mistakes.add(where, YamlWording.of(wrong, lineOf(text, where)));
        } catch (YAMLException wrong) {
            mistakes.add(SourceRef.startOf(file), YamlWording.of(wrong));
        } catch (Malformed bomb) {
            mistakes.add(SourceRef.startOf(file), bomb);
        }
        return Optional.empty();
    }

    private static String lineOf(String text, SourceRef where) {
        return text.lines().skip(where.line() - 1L).findFirst().orElse("");
    }

    private SourceRef place(Mark mark) {
        return new SourceRef(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Written written(Node node) {
        values++;
        if (values > MOST_VALUES) {
            throw new Malformed(
                    "there are more than " + MOST_VALUES + " values in this file, aliases written out",
                    "Use fewer aliases (*name).");
        }
        if (!around.add(node)) {
            mistakes.add(place(node.getStartMark()), "this value contains itself", "Remove the alias (*name) inside.");
            return new Written.Nothing(place(node.getStartMark()));
        }
        try {
            return switch (node) {
                case ScalarNode scalar -> scalar(scalar);
                case SequenceNode list -> items(list);
                case MappingNode map -> new Written.Fields(fields(map), place(map.getStartMark()));
                default -> throw new IllegalStateException("no such node: " + node.getNodeId());
            };
        } finally {
            around.remove(node);
        }
    }

    private Written scalar(ScalarNode scalar) {
        SourceRef where = place(scalar.getStartMark());
        try {
            return YamlScalar.read(scalar.getTag(), scalar.getValue(), where, decryption);
        } catch (Malformed wrong) {
            mistakes.add(where, wrong);
            return new Written.Nothing(where);
        }
    }

    private Written items(SequenceNode list) {
        check(list, Tag.SEQ);
        List<Written> items = new ArrayList<>();
        list.getValue().forEach(item -> items.add(written(item)));
        return new Written.Items(items, place(list.getStartMark()));
    }

    private void check(Node node, Tag usual) {
        if (!node.getTag().equals(usual)) {
            mistakes.add(place(node.getStartMark()), YamlScalar.unknown(node.getTag()));
        }
    }

    private SequencedMap<String, Written.Field> fields(MappingNode map) {
        check(map, Tag.MAP);
        SequencedMap<String, Written.Field> own = new LinkedHashMap<>();
        SequencedMap<String, Written.Field> merged = new LinkedHashMap<>();
        for (NodeTuple entry : map.getValue()) {
            if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
                merge(entry.getValueNode(), merged);
            } else {
                field(entry, own);
            }
        }
        own.forEach(merged::put);
        return merged;
    }

    private void field(NodeTuple entry, SequencedMap<String, Written.Field> fields) {
        SourceRef where = place(entry.getKeyNode().getStartMark());
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            mistakes.add(
                    where,
                    "a name can't be a list or a map",
                    "If it begins with {{, put it in quotes: \"{{ name }}\".");
            return;
        }
        Written.Field before = fields.get(key.getValue());
        if (before != null) {
            mistakes.add(
                    where,
                    "'" + key.getValue() + "' stands here twice",
                    "The first is in line " + before.key().line() + "; only one of them would count.");
        }
        fields.put(key.getValue(), new Written.Field(where, written(entry.getValueNode())));
    }

    /** {@code <<: *defaults}: of several the first wins. */
    private void merge(Node value, SequencedMap<String, Written.Field> merged) {
        switch (written(value)) {
            case Written.Fields more -> more.fields().forEach(merged::putIfAbsent);
            case Written.Items list ->
                list.items().stream()
                        .filter(Written.Fields.class::isInstance)
                        .map(Written.Fields.class::cast)
                        .forEach(more -> more.fields().forEach(merged::putIfAbsent));
            default ->
                mistakes.add(
                        place(value.getStartMark()),
                        "<< merges names with values only",
                        "Write <<: *name of such an anchor.");
        }
    }
}
