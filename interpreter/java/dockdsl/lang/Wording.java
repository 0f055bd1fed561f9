package dockdsl.lang;

import dockdsl.model.Host;
import dockdsl.problem.Nearest;
import dockdsl.problem.Problem;
import dockdsl.problem.SourceRef;
import dockdsl.value.SecretUse;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.Elsewhere;
import dockdsl.vocabulary.InventoryWords;
import dockdsl.vocabulary.Language;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.SiteWords;
import dockdsl.vocabulary.Word;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** Sentences about words and names that mean nothing where they stand. */
final class Wording {
    /** More than anybody reads below a mistake. */
    private static final int MOST_WORDS = 40;

    private Wording() {}

    /** A word that is none in this block. */
    static Problem unknownWord(SourceRef where, String word, Block block) {
        Optional<Word> meant = block.meantBy(word);
        List<Block> homes = Language.blocksWith(word);
        if (meant.isPresent()) {
            return new Problem(
                    where,
                    "`" + word + "` is not a word " + of(block),
                    "Write `" + meant.get().name() + "`: " + meant.get().example() + homes(word, homes));
        }
        if (!homes.isEmpty()) {
            return new Problem(where, "`" + word + "` is not allowed " + inside(block), belongs(word, homes, block));
        }
        return new Problem(where, "`" + word + "` is not a word " + of(block), hint(word, block));
    }

    /** {@code image: 'x'}, as YAML would have it. */
    static Problem colon(SourceRef where, String word, Block block) {
        String what = "there is a colon behind `" + word + "`";
        Optional<Word> itself = Language.word(block, word);
        if (itself.isPresent()) {
            String example = Language.setting(block, word)
                    .map(Setting::example)
                    .orElse(itself.get().example());
            return new Problem(where, what, "Write it without: " + example + ".");
        }
        return block.meantBy(word)
                .map(meant -> new Problem(
                        where,
                        what,
                        "Write `" + meant.name() + "`, without a colon and without dashes: " + meant.example()))
                .orElseGet(() -> unknownWord(where, word, block));
    }

    /** {@code secret(...)} as a value anywhere but behind a registry's {@code password:}. */
    static Problem secret(SourceRef where) {
        return new Problem(
                where,
                "a secret is no value here",
                "A container says so in a line of its own: secret 'redis_password', which makes it a file in "
                        + SecretUse.FOLDER + ", or secret 'redis_password', asEnv: 'REDIS_PASSWORD'.");
    }

    /** {@code from: env('X')} behind the secret of a container. */
    static Problem secretSource(SourceRef where) {
        return new Problem(
                where,
                "a container names its secrets, and does not say where they come from",
                "Declare it at the top level, secret 'redis_password', from: env('REDIS_PASSWORD'), and name it here: "
                        + "secret 'redis_password'.");
    }

    private static String homes(String word, List<Block> homes) {
        return homes.isEmpty() ? "" : ". `" + word + "` itself belongs " + places(homes) + ".";
    }

    private static String belongs(String word, List<Block> homes, Block block) {
        String close = isTopLevel(block) ? "" : " Close the block first.";
        return "It belongs " + places(homes) + "." + (homes.stream().anyMatch(Wording::isTopLevel) ? close : "");
    }

    private static String places(List<Block> blocks) {
        return blocks.contains(InventoryWords.BLOCK)
                ? "to the inventory"
                : blocks.stream().map(Wording::inside).collect(Collectors.joining(" or "));
    }

    private static boolean isTopLevel(Block block) {
        return block == SiteWords.BLOCK || block == InventoryWords.BLOCK;
    }

    private static String inside(Block block) {
        return isTopLevel(block)
                ? "at the top level of " + (block == SiteWords.BLOCK ? "a site file" : "an inventory")
                : "inside `" + block.name() + "`";
    }

    private static String of(Block block) {
        return isTopLevel(block)
                ? (block == SiteWords.BLOCK ? "of a site file's top level" : "of an inventory")
                : "of `" + block.name() + "`";
    }

    private static String hint(String word, Block block) {
        return Elsewhere.advice(block, word).orElseGet(() -> guess(word, block));
    }

    private static String guess(String word, Block block) {
        Optional<String> near = Nearest.to(word, Language.names(block));
        if (near.isPresent()) {
            return "Did you mean `" + near.get() + "`?";
        }
        List<String> synonyms =
                block.words().stream().flatMap(each -> each.synonyms().stream()).toList();
        return Nearest.to(word, synonyms)
                .flatMap(block::meantBy)
                .map(meant -> "Did you mean `" + meant.name() + "`?")
                .orElseGet(() -> words(block));
    }

    private static String words(Block block) {
        SequencedSet<String> names = Language.names(block);
        return names.size() > MOST_WORDS
                ? "`dockdsl help " + block.name() + "` tells its words."
                : "The words here are " + String.join(", ", names) + ".";
    }

    /** {@code given.prot} in a recipe that takes no such thing. */
    static Problem notTaken(SourceRef where, String name, Collection<String> taken) {
        return new Problem(
                where,
                "the recipe takes no `" + name + "`",
                (Nearest.hint(name, taken) + " What it takes it says before: argument '" + name + "', about: '...'.")
                        .strip());
    }

    /** What to do about a container that only the environment speaks of. */
    static String containerHint(String name, List<String> known) {
        return Nearest.to(name, known)
                .map(near -> "Did you mean '" + near + "'?")
                .orElse("Write on 'web' at the top of its block, and its image.");
    }

    /** A name in the user's own code that stands for nothing. */
    static Problem undeclared(SourceRef where, String name, Collection<String> known) {
        return new Problem(
                where,
                "`" + name + "` stands for nothing here",
                (Nearest.hint(name, known) + " Declare it: def " + name
                                + " = ... Variables of the inventory are written vars." + name + ".")
                        .strip());
    }

    static Problem noMethod(SourceRef where, String name, Collection<String> known) {
        return noMethod(where, name, Nearest.hint(name, known));
    }

    /** A call in the place of a value. @param expects what the word takes */
    static Problem noTerm(SourceRef where, String name, Collection<String> known, String expects) {
        String hint = Nearest.hint(name, known);
        return noMethod(where, name, hint.isEmpty() ? "The word takes " + expects + "." : hint);
    }

    private static Problem noMethod(SourceRef where, String name, String hint) {
        String declare = "eclare it: def " + name + "(...) { ... }";
        return new Problem(
                where,
                "there is no method `" + name + "`",
                hint.isEmpty() ? "D" + declare : hint + " Else d" + declare);
    }

    /** A name in the place of a value that stands for nothing. */
    static Problem unknownName(Unquoted name, Collection<String> known, String expects) {
        String hint = Nearest.hint(name.text(), known);
        String quotes = "If it is text, write it in quotes: '" + name.text() + "'.";
        return new Problem(
                name.where(),
                "`" + name.text() + "` stands for nothing here",
                hint.isEmpty() ? quotes + " The word takes " + expects + "." : hint + " " + quotes);
    }

    static Problem unknownFact(
            SourceRef where, String subject, String name, Collection<String> known, Optional<Host> host) {
        String hint = Nearest.hint(name, known);
        if (subject.equals("host")) {
            return new Problem(
                    where,
                    "`host." + name + "` stands for nothing",
                    (hint + " A host has name, address, groups and vars.").strip());
        }
        return new Problem(
                where,
                "there is no variable `" + name + "`"
                        + host.map(known_ -> " for host " + known_.name()).orElse(""),
                (hint + " Say `vars " + name + ": '...'` in the inventory, or give --var " + name + "=...").strip()
                        + (host.isPresent()
                                ? ""
                                : " Outside of a container only variables of the whole inventory are known."));
    }
}
