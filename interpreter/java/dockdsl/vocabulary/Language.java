package dockdsl.vocabulary;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** All blocks of the language, and which word means what in which of them. */
public final class Language {
    /** Every block, in the order of the manual. */
    public static final List<Block> BLOCKS = List.of(
            SiteWords.BLOCK,
            InventoryWords.BLOCK,
            InventoryWords.GROUP,
            DockerWords.BLOCK,
            NetworkWords.BLOCK,
            VolumeWords.BLOCK,
            ContainerWords.BLOCK,
            HealthcheckWords.BLOCK,
            RolloutWords.BLOCK,
            HookWords.BLOCK,
            NotifyWords.BLOCK);

    /** Blocks whose words are those of another block. */
    public static final List<Block> BORROWING =
            List.of(SiteWords.DEFAULTS, SiteWords.ENVIRONMENT, RecipeBlocks.SITE, RecipeBlocks.CONTAINER);

    private Language() {}

    /** The word of this name in the block. */
    public static Optional<Word> word(Block block, String name) {
        return block == InventoryWords.GROUP && name.equals(block.name()) ? Optional.of(block) : block.word(name);
    }

    /** The blocks in which the name is a word. */
    public static List<Block> blocksWith(String name) {
        return BLOCKS.stream().filter(block -> word(block, name).isPresent()).toList();
    }

    /** What block words are when no block follows: {@code healthcheck none}, {@code network 'backend'}. */
    private static final Map<Block, Setting<?>> WITHOUT_BLOCK = Map.of(
            HealthcheckWords.BLOCK,
            ContainerWords.HEALTHCHECK_VALUE,
            NetworkWords.BLOCK,
            NetworkWords.NETWORK,
            VolumeWords.BLOCK,
            VolumeWords.VOLUME);

    /** The setting that a block's word is when no block follows. */
    public static Optional<Setting<?>> valueOf(Block block) {
        return Optional.ofNullable(WITHOUT_BLOCK.get(block));
    }

    /** The setting of this name in the block, also when the name opens a block at other times. */
    public static Optional<Setting<?>> setting(Block block, String name) {
        return word(block, name)
                .flatMap(word -> word instanceof Setting<?> setting ? Optional.of(setting) : valueOf((Block) word));
    }

    /** The names of all words of the block. */
    public static SequencedSet<String> names(Block block) {
        SequencedSet<String> names = new LinkedHashSet<>();
        block.words().forEach(word -> names.add(word.name()));
        if (block == InventoryWords.GROUP) {
            names.add(block.name());
        }
        return names;
    }
}
