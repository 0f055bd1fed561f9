package dockdsl.cli.manual;

import dockdsl.cli.line.Command;
import dockdsl.cli.manual.Part.Code;
import dockdsl.cli.manual.Part.Entries;
import dockdsl.cli.manual.Part.Entry;
import dockdsl.cli.manual.Part.Paragraph;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.Language;
import dockdsl.vocabulary.RecipeBlocks;
import dockdsl.vocabulary.RecipeWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.Word;

/** The whole manual as one Markdown document. */
public final class Markdown {
    private final StringBuilder text = new StringBuilder();

    private Markdown() {}

    public static String ofAll() {
        Markdown markdown = new Markdown();
        markdown.heading(1, "Reference");
        markdown.paragraph("`dockdsl help --markdown` prints this page, `dockdsl help TOPIC` a part of it.");
        markdown.commands();
        markdown.language();
        markdown.heading(2, "Standard library");
        RecipePages.all().forEach(page -> markdown.page(3, page));
        markdown.heading(2, "For scripts");
        ReferencePages.ALL.forEach(page -> markdown.page(3, page));
        return markdown.text.toString().stripTrailing() + "\n";
    }

    private void commands() {
        heading(2, "Commands");
        for (Command command : Command.values()) {
            page(3, CommandPages.of(command));
        }
    }

    private void language() {
        heading(2, "Language");
        for (Block block : Topics.BLOCKS) {
            page(3, WordPages.of(block));
            for (Word word : block.words()) {
                if (word instanceof Setting<?> setting) {
                    page(4, WordPages.of(block, setting));
                }
            }
        }
        Language.BORROWING.forEach(block -> page(3, WordPages.of(block)));
        RecipeWords.OF_RECIPES.forEach(setting -> page(4, WordPages.of(RecipeBlocks.SITE, setting)));
    }

    private void page(int level, Page page) {
        heading(level, page.title());
        page.parts().forEach(this::part);
    }

    private void part(Part part) {
        switch (part) {
            case Paragraph(String paragraph) -> paragraph(paragraph);
            case Code(var lines) ->
                text.append("```groovy\n").append(String.join("\n", lines)).append("\n```\n\n");
            case Entries(String title, var entries) -> {
                text.append("| ").append(title).append(" | |\n|---|---|\n");
                entries.forEach(this::row);
                text.append('\n');
            }
        }
    }

    private void row(Entry entry) {
        text.append("| `")
                .append(cell(entry.term().strip()))
                .append("` | ")
                .append(cell(entry.text()))
                .append(" |\n");
    }

    private static String cell(String content) {
        return content.replace("|", "\\|").replace("\n", " ");
    }

    private void paragraph(String paragraph) {
        text.append(escaped(paragraph)).append("\n\n");
    }

    /** Markdown takes {@code <ALIAS>} for a tag, but not where it stands as code. */
    private static String escaped(String paragraph) {
        StringBuilder escaped = new StringBuilder();
        boolean code = false;
        for (String piece : paragraph.split("(?<=`)|(?=`)")) {
            code ^= piece.equals("`");
            escaped.append(code ? piece : piece.replace("<", "&lt;"));
        }
        return escaped.toString();
    }

    private void heading(int level, String title) {
        text.append("#".repeat(level)).append(' ').append(title).append("\n\n");
    }
}
