package dockdsl.cli;

import dockdsl.cli.json.Schema;
import dockdsl.cli.line.Command;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.manual.Gdsl;
import dockdsl.cli.manual.ManPage;
import dockdsl.cli.manual.Markdown;
import dockdsl.cli.manual.Page;
import dockdsl.cli.manual.PageText;
import dockdsl.cli.manual.Topics;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.Line;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * {@code dockdsl help}: explains commands and words.
 *
 * @param width of the terminal, which takes a while to ask for
 */
record HelpCommand(Screen screen, IntSupplier width) {
    int run(Invocation invocation) {
        if (invocation.has(Option.MARKDOWN)) {
            screen.document(Markdown.ofAll());
        } else if (invocation.has(Option.GDSL)) {
            screen.document(Gdsl.ofAll());
        } else if (invocation.has(Option.SCHEMA)) {
            screen.document(Schema.about(invocation.arguments()).text());
        } else if (invocation.has(Option.MAN)) {
            screen.document(ManPage.text());
        } else {
            show(pages(invocation.arguments()));
        }
        return ExitCode.OK;
    }

    private static List<Page> pages(List<String> topics) {
        if (topics.isEmpty()) {
            return List.of(Topics.overview());
        }
        return Command.named(topics.getFirst())
                .map(command -> List.of(Topics.of(command)))
                .orElseGet(() -> Topics.find(topics.getFirst()));
    }

    private void show(List<Page> pages) {
        int columns = width.getAsInt();
        for (Page page : pages) {
            if (page != pages.getFirst()) {
                screen.say(Line.EMPTY);
            }
            screen.say(PageText.of(page, columns));
        }
    }
}
