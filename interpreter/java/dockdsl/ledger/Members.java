package dockdsl.ledger;

import dockdsl.value.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object that anybody may have written: what has not the shape that is asked for is as good as absent. */
record Members(Map<?, ?> all) {
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_ITEMS = 1000;

    static Members of(Tree tree) {
        return new Members(tree.fields());
    }

    /** Empty also when it is too long to be ours. */
    String text(String name) {
        return all.get(name) instanceof String text && text.length() <= LONGEST_TEXT ? text : "";
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(all.get(name));
    }

    int number(String name, int otherwise) {
        return all.get(name) instanceof Integer number && number > 0 ? number : otherwise;
    }

    List<String> texts(String name) {
        return items(name).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> text.length() <= LONGEST_TEXT)
                .toList();
    }

    List<Members> objects(String name) {
        return items(name).stream()
                .filter(Map.class::isInstance)
                .map(item -> new Members((Map<?, ?>) item))
                .toList();
    }

    Optional<Tree> tree(String name) {
        return all.get(name) instanceof Map<?, ?> map ? Optional.of(Tree.of(map)) : Optional.empty();
    }

    private List<?> items(String name) {
        return all.get(name) instanceof List<?> list ? list.subList(0, Math.min(list.size(), MOST_ITEMS)) : List.of();
    }
}
