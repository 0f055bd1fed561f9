package dockdsl.plan;

import dockdsl.model.Declared;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Setting;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of a container of which its declaration, its engine or its image says anything. No other can differ, since both sides
 * have what nobody told anything: those are most, and nobody has to look at them.
 */
final class Mentioned {
    private static final List<Setting<?>> KEPT = ContainerWords.KEPT;
    private static final BitSet NONE = new BitSet();

    /** The places among those of the settings that are read from a field, by its object and its name. */
    private static final Map<String, Map<String, BitSet>> READERS = readers();

    private Mentioned() {}

    /**
     * In the order in which differences are told.
     *
     * @param inspect what the engine says of the container
     * @param image the {@code Config} of the image that it runs
     */
    static List<Setting<?>> of(Declared declared, Tree inspect, Tree image) {
        BitSet read = new BitSet();
        READERS.forEach((object, readers) -> addReaders(inspect.map(object), readers, read));
        addReaders(image.fields(), READERS.get("Config"), read);
        List<Setting<?>> mentioned = new ArrayList<>();
        for (int place = 0; place < KEPT.size(); place++) {
            if (read.get(place) || declared.says(KEPT.get(place))) {
                mentioned.add(KEPT.get(place));
            }
        }
        return mentioned;
    }

    private static void addReaders(Map<String, Object> fields, Map<String, BitSet> readers, BitSet read) {
        for (String name : fields.keySet()) {
            read.or(readers.getOrDefault(name, NONE));
        }
    }

    private static Map<String, Map<String, BitSet>> readers() {
        Map<String, Map<String, BitSet>> readers = new HashMap<>();
        for (int place = 0; place < KEPT.size(); place++) {
            for (String source : KEPT.get(place).engine().orElseThrow().sources()) {
                String[] path = source.split("\\.");
                readers.computeIfAbsent(path[0], first -> new HashMap<>())
                        .computeIfAbsent(path[1], first -> new BitSet())
                        .set(place);
            }
        }
        return readers;
    }
}
