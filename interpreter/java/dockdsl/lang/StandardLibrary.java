package dockdsl.lang;

import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.RecipeBlocks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The recipes that come with the program, in the language itself. */
public final class StandardLibrary {
    private static final List<String> SITE = List.of("nginxProxy", "postgres", "redis");
    private static final List<String> CONTAINER = List.of("hardened", "healthyHttp", "rotatedLogs");

    private StandardLibrary() {}

    /** Every recipe with what it says of itself; reading them brings Groovy's compiler into memory. */
    public static List<Recipe> recipes() {
        return Stream.of(RecipeBlocks.SITE, RecipeBlocks.CONTAINER)
                .flatMap(kind -> names(kind).stream()
                        .map(name -> Recipe.read(name, kind, find(name, kind).orElseThrow())))
                .toList();
    }

    /** The names of all recipes. */
    public static List<String> names() {
        return Stream.concat(SITE.stream(), CONTAINER.stream()).toList();
    }

    static List<String> names(Block kind) {
        return kind == RecipeBlocks.CONTAINER ? CONTAINER : SITE;
    }

    static Optional<SourceText> find(String name, Block kind) {
        if (!names(kind).contains(name)) {
            return Optional.empty();
        }
        String file = (kind == RecipeBlocks.CONTAINER ? "container/" : "") + name + ".groovy";
        try (InputStream content = StandardLibrary.class.getResourceAsStream("/dockdsl/stdlib/" + file)) {
            return Optional.of(SourceText.of("stdlib/" + file, content.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
