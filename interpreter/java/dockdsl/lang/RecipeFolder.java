package dockdsl.lang;

import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.RecipeBlocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where recipes are looked for: the folder {@code lib} beside the site file, then the standard library. */
record RecipeFolder(Path lib) {
    private static final String ENDING = ".groovy";

    static RecipeFolder beside(Path siteFile) {
        return new RecipeFolder(siteFile.resolveSibling("lib"));
    }

    /**
     * @param kind at the top level of what
     * @throws dockdsl.problem.SiteRejected when its file can't be one in the language
     */
    Optional<SourceText> find(String name, Block kind) {
        Path file = folder(kind).resolve(name + ENDING);
        return Files.isRegularFile(file) ? Optional.of(SourceText.read(file)) : StandardLibrary.find(name, kind);
    }

    /** The names of all recipes of this kind. */
    List<String> names(Block kind) {
        List<String> names = new ArrayList<>(StandardLibrary.names(kind));
        try (Stream<Path> files = Files.list(folder(kind))) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .forEach(names::add);
        } catch (IOException none) {
            return names;
        }
        return names;
    }

    private Path folder(Block kind) {
        return kind == RecipeBlocks.CONTAINER ? lib.resolve("container") : lib;
    }
}
