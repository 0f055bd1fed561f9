package dockdsl.cli.completion;

import dockdsl.inventory.InventoryReader;
import dockdsl.lang.ScriptStore;
import dockdsl.model.Host;
import dockdsl.model.Inventory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names that may be meant at the cursor, out of the files that the command line names so far.
 *
 * @param folder that relative paths start from
 */
public record Known(Path folder, ScriptStore store) {
    private static final String SITE = "site.groovy";

    /**
     * Runs nothing and asks nobody; what cannot be read has no names.
     *
     * @param kind hosts, containers, environments or images
     * @param words of the command line, up to the cursor
     */
    public List<String> names(String kind, List<String> words) {
        Set<String> names = new LinkedHashSet<>();
        switch (kind) {
            case "hosts" -> names.addAll(hosts(words));
            case "containers" -> site(words).ifPresent(site -> names.addAll(site.all("container")));
            case "environments" -> site(words).ifPresent(site -> names.addAll(site.all("environment")));
            case "images" -> site(words).ifPresent(site -> names.addAll(site.all("image")));
            default -> {}
        }
        return names.stream().filter(Known::isPlain).sorted().toList();
    }

    /** Others would have to be quoted, and some would do harm if they were not. */
    private static boolean isPlain(String name) {
        return name.matches("[\\w.:/@+-]+");
    }

    private Set<String> hosts(List<String> words) {
        List<String> inventories = values(words, "-i", "--inventory");
        Set<String> names = new LinkedHashSet<>(List.of("all"));
        if (inventories.isEmpty()) {
            site(words).ifPresent(site -> names.addAll(site.hosts()));
        }
        for (String inventory : inventories) {
            names.addAll(hosts(inventory));
        }
        return names;
    }

    private Set<String> hosts(String source) {
        Path file = folder.resolve(source);
        if (source.endsWith(".groovy")) {
            return new NamesInSite(file).hosts();
        }
        boolean program = Files.isRegularFile(file) && Files.isExecutable(file);
        return program || Files.isDirectory(file) ? Set.of() : data(source.contains(",") ? source : file.toString());
    }

    private Set<String> data(String source) {
        Set<String> names = new LinkedHashSet<>();
        try {
            Inventory inventory = new InventoryReader(store, origin -> {
                        throw new IllegalStateException("nobody needs a secret for a name");
                    })
                    .read(source);
            names.addAll(inventory.groups());
            inventory.hosts().stream().map(Host::name).forEach(names::add);
        } catch (RuntimeException unreadable) {
            return Set.of();
        }
        return names;
    }

    private Optional<NamesInSite> site(List<String> words) {
        List<String> named = new ArrayList<>(values(words, "-s", "--site"));
        words.stream()
                .filter(word -> word.endsWith(".groovy")
                                && !values(words, "-i", "--inventory").contains(word)
                        || Files.isRegularFile(folder.resolve(word).resolve(SITE)))
                .forEach(named::add);
        Path path = named.isEmpty() ? folder : folder.resolve(named.getLast());
        Path file = path.toString().endsWith(".groovy") ? path : path.resolve(SITE);
        return Optional.of(file).filter(Files::isRegularFile).map(NamesInSite::new);
    }

    private static List<String> values(List<String> words, String letter, String name) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean next = i + 1 < words.size() && (word.equals(letter) || word.equals(name));
            if (next) {
                values.add(words.get(i + 1));
            } else if (word.startsWith(name + "=")) {
                values.add(word.substring(name.length() + 1));
            } else if (word.startsWith(letter) && word.length() > 2 && !word.startsWith("--")) {
                values.add(word.substring(2));
            }
        }
        return values;
    }
}
