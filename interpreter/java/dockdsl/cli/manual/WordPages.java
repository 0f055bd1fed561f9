package dockdsl.cli.manual;

import dockdsl.cli.manual.Part.Code;
import dockdsl.cli.manual.Part.Entries;
import dockdsl.cli.manual.Part.Entry;
import dockdsl.cli.manual.Part.Paragraph;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.EngineForm;
import dockdsl.vocabulary.Language;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.Term;
import dockdsl.vocabulary.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The pages about the words of the language. */
final class WordPages {
    private WordPages() {}

    static Page of(Block block) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Paragraph(block.doc()));
        parts.add(new Code(List.of(block.example())));
        List<Entry> words = new ArrayList<>();
        for (Word word : block.words()) {
            words.add(new Entry(word.name(), firstSentence(word.doc())));
        }
        if (!Language.BORROWING.contains(block)) {
            parts.add(new Entries("Words", words));
        }
        known(block, parts);
        return new Page(block.name(), parts);
    }

    static Page of(Block block, Setting<?> setting) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Paragraph(setting.doc()));
        parts.add(new Code(List.of(setting.example())));
        List<Entry> facts = new ArrayList<>();
        facts.add(new Entry("Stands in", block.name()));
        facts.add(new Entry("Takes", setting.kind().expects()));
        facts.add(new Entry(
                "Said twice", setting.adding().isPresent() ? "adds to what was said before" : "is a mistake"));
        if (block == ContainerWords.BLOCK) {
            facts.add(new Entry("Over defaults", over(setting)));
        }
        setting.engine().ifPresent(form -> engineFacts(form, facts));
        if (!setting.novelties().isEmpty()) {
            facts.add(new Entry("Needs", needs(setting)));
        }
        parts.add(new Entries("", facts));
        if (!setting.kind().terms().isEmpty()) {
            parts.add(new Entries("Values", terms(setting.kind().terms())));
        }
        known(setting, parts);
        return new Page(setting.name(), parts);
    }

    private static String over(Setting<?> setting) {
        return setting.joinsLayers() ? "is joined with what they say" : "replaces what they say";
    }

    private static <T> void engineFacts(EngineForm<T> form, List<Entry> facts) {
        facts.add(new Entry(
                "A change", form.isEverInPlace() ? "is made in place, where the engine can" : "needs a new container"));
        facts.add(new Entry("Engine API", form.field()));
    }

    private static <T> String needs(Setting<T> setting) {
        return setting.novelties().stream()
                .map(novelty -> (novelty.name().equals(setting.name()) ? "" : "for `" + novelty.name() + "` ")
                        + novelty.knownTo())
                .collect(Collectors.joining(", "));
    }

    private static List<Entry> terms(List<Term> terms) {
        List<Entry> entries = new ArrayList<>();
        for (Term term : terms) {
            entries.add(new Entry(term.usage(), term.doc()));
        }
        return entries;
    }

    private static void known(Word word, List<Part> parts) {
        if (!word.synonyms().isEmpty()) {
            parts.add(new Paragraph("Known elsewhere as `" + String.join("`, `", word.synonyms()) + "`."));
        }
    }

    private static String firstSentence(String doc) {
        int end = doc.indexOf(". ");
        return end < 0 ? doc : doc.substring(0, end + 1);
    }
}
