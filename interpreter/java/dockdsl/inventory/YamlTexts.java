package dockdsl.inventory;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The texts of a YAML file of secrets by their names, each as it was written: {@code 0123} is no number. Errors tell nothing of the text. */
public final class YamlTexts {
    private static final int DEEPEST = 50;
    private static final int MOST_VALUES = 100_000;

    private final Map<String, String> texts = new LinkedHashMap<>();

    private YamlTexts() {}

    /** Names in inner maps are joined with dots: {@code redis.password}. Empty when it is no YAML with names and values. */
    public static Optional<Map<String, String>> of(String text) {
        LoaderOptions bounds = new LoaderOptions();
        bounds.setCodePointLimit(TextFile.MOST_BYTES);
        bounds.setNestingDepthLimit(DEEPEST);
        bounds.setTagInspector(tag -> true);
        YamlTexts found = new YamlTexts();
        try {
            Node root = new Yaml(new SafeConstructor(bounds)).compose(new StringReader(text));
            if (root instanceof MappingNode map) {
                found.add("", map, 0);
                return Optional.of(found.texts);
            }
            return Optional.empty();
        } catch (YAMLException noYaml) {
            return Optional.empty();
        }
    }

    private void add(String prefix, MappingNode map, int depth) {
        for (NodeTuple entry : map.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key) || texts.size() >= MOST_VALUES || depth > DEEPEST) {
                continue;
            }
            switch (entry.getValueNode()) {
                case ScalarNode value -> texts.put(prefix + key.getValue(), value.getValue());
                case MappingNode inner -> add(prefix + key.getValue() + ".", inner, depth + 1);
                default -> {}
            }
        }
    }
}
