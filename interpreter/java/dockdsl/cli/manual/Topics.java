package dockdsl.cli.manual;

import dockdsl.cli.line.Command;
import dockdsl.lang.StandardLibrary;
import dockdsl.problem.Nearest;
import dockdsl.problem.UsageMistake;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.Language;
import dockdsl.vocabulary.RecipeBlocks;
import dockdsl.vocabulary.RecipeWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.Term;
import dockdsl.vocabulary.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the pages about a topic. */
public final class Topics {
    static final List<Block> BLOCKS = Language.BLOCKS;

    private Topics() {}

    public static Page overview() {
        return CommandPages.overview();
    }

    public static Page of(Command command) {
        return CommandPages.of(command);
    }

    /**
     * The pages about a command, a word, a value or a synonym; a word that stands in several blocks has several.
     *
     * @throws UsageMistake when there is no such topic
     */
    public static List<Page> find(String topic) {
        List<Page> pages = exactly(topic);
        if (pages.isEmpty()) {
            pages = meant(topic);
        }
        pages.addAll(RecipePages.named(topic));
        if (pages.isEmpty()) {
            String question = Nearest.hint(topic, all());
            throw new UsageMistake(
                    "There is no help about `" + topic + "`.",
                    question.isEmpty()
                            ? "`dockdsl help` lists the commands, `dockdsl help container` the words."
                            : question);
        }
        return pages;
    }

    private static List<Page> exactly(String topic) {
        List<Page> pages = new ArrayList<>();
        Command.named(topic).ifPresent(command -> pages.add(CommandPages.of(command)));
        for (Page page : ReferencePages.ALL) {
            if (page.title().split(" ")[0].equalsIgnoreCase(topic)) {
                pages.add(page);
            }
        }
        for (Block block : BLOCKS) {
            if (block.name().equals(topic)) {
                pages.add(WordPages.of(block));
            }
            for (Word word : block.words()) {
                if (word instanceof Setting<?> setting && isCalled(topic, block, setting)) {
                    pages.add(WordPages.of(block, setting));
                }
            }
        }
        for (Block block : Language.BORROWING) {
            if (block.name().equals(topic)) {
                pages.add(WordPages.of(block));
            }
        }
        for (Setting<?> setting : RecipeWords.OF_RECIPES) {
            if (isCalled(topic, RecipeBlocks.SITE, setting)) {
                pages.add(WordPages.of(RecipeBlocks.SITE, setting));
            }
        }
        return pages;
    }

    private static boolean isCalled(String topic, Block block, Setting<?> setting) {
        return topic.equals(setting.name()) || topic.equals(block.name() + "." + setting.name());
    }

    private static List<Page> meant(String topic) {
        List<Page> pages = new ArrayList<>();
        for (Block block : BLOCKS) {
            if (block.synonyms().contains(topic)) {
                pages.add(WordPages.of(block));
            }
            for (Word word : block.words()) {
                if (word instanceof Setting<?> setting
                        && (word.synonyms().contains(topic) || hasTerm(setting, topic))) {
                    pages.add(WordPages.of(block, setting));
                }
            }
        }
        return pages;
    }

    private static boolean hasTerm(Setting<?> setting, String name) {
        for (Term term : setting.kind().terms()) {
            if (term.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** All words that there is a page about, sorted. */
    public static List<String> names() {
        return all().stream().sorted().toList();
    }

    private static Set<String> all() {
        Set<String> topics = new LinkedHashSet<>();
        ReferencePages.ALL.forEach(page -> topics.add(page.title().split(" ")[0]));
        for (Command command : Command.values()) {
            topics.add(command.word());
        }
        topics.addAll(StandardLibrary.names());
        for (Block block : BLOCKS) {
            topics.add(block.name());
            block.words().forEach(word -> topics.add(word.name()));
        }
        return topics;
    }
}
