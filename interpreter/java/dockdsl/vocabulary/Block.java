package dockdsl.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A word that opens a block, and the words that mean something inside. */
public record Block(String name, String doc, String example, List<String> synonyms, List<Word> words) implements Word {
    public Block {
        synonyms = List.copyOf(synonyms);
        words = List.copyOf(words);
    }

    /** The word of exactly this name in this block. */
    public Optional<Word> word(String name) {
        return words.stream().filter(word -> word.name().equals(name)).findFirst();
    }

    /** The word that users of other tools mean by this name. */
    public Optional<Word> meantBy(String synonym) {
        return words.stream().filter(word -> word.synonyms().contains(synonym)).findFirst();
    }

    /** This block and every block inside it, outermost first. */
    public Stream<Block> all() {
        return Stream.concat(
                Stream.of(this), words.stream().filter(Block.class::isInstance).flatMap(word -> ((Block) word).all()));
    }
}
