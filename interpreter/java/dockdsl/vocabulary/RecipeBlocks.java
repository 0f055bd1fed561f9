package dockdsl.vocabulary;

import java.util.List;
import java.util.stream.Stream;

/** What stands at the top level of a recipe. */
public final class RecipeBlocks {
    /** A recipe that declares containers. */
    public static final Block SITE = new Block(
            "recipe",
            "A file that declares containers for others: in the folder `lib` beside a site file, its name that of the recipe. "
                    + "What it is given it reads as `given`.",
            "about 'A cache.'; argument 'on'; container('cache') { on given.on; image 'redis:7.4.1' }",
            List.of(),
            List.of(
                    RecipeWords.ABOUT,
                    RecipeWords.ARGUMENT,
                    SiteWords.SECRET,
                    NetworkWords.BLOCK,
                    VolumeWords.BLOCK,
                    ContainerWords.BLOCK,
                    RecipeWords.USE));

    /** A recipe that says words of one container. */
    public static final Block CONTAINER = new Block(
            "container recipe",
            "A file with words of a container for others: in the folder `lib/container` beside a site file.",
            "about 'Few files.'; argument 'files', default: 1024; ulimits nofile: given.files",
            List.of(),
            Stream.concat(
                            Stream.of(RecipeWords.ABOUT, RecipeWords.ARGUMENT),
                            ContainerWords.BLOCK.words().stream().filter(word -> word != ContainerWords.ON))
                    .toList());

    private RecipeBlocks() {}
}
