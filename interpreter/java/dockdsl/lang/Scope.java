package dockdsl.lang;

import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.Setting;
import java.util.List;
import java.util.Optional;

/** What the words mean while one block is open. */
interface Scope {
    Block block();

    /** A setting was said, and could be read. */
    <T> void hear(Setting<T> setting, T value, Said said);

    /** Something was said that could not be read, and told; what it would have said is not missed. */
    void miss(String word);

    /**
     * A block inside this one is opened: for each scope that comes back its statements run once.
     *
     * @param on where, for blocks that say so before all else
     */
    List<? extends Scope> open(Block block, Said said, List<Said> on);

    /** A block that is read when more is known, such as defaults for containers. */
    default void keep(Block block, Said said, List<Said> on, Kept body) {
        throw new IllegalStateException("nothing is kept in " + block().name() + ": " + block.name());
    }

    /** What may be asked in it; empty when the block around knows. */
    default Optional<Facts> facts() {
        return Optional.empty();
    }

    /** What a recipe was given; empty in other files. Only that of the outermost scope of a file counts. */
    default Optional<Given> given() {
        return Optional.empty();
    }

    /** The block is read to its end. */
    void close();
}
