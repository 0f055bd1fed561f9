package dockdsl.cli.manual;

import dockdsl.cli.line.Command;
import dockdsl.cli.line.Option;
import dockdsl.cli.manual.Part.Code;
import dockdsl.cli.manual.Part.Entries;
import dockdsl.cli.manual.Part.Entry;
import dockdsl.cli.manual.Part.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** The pages about commands and what they give back. */
final class CommandPages {
    private static final String INDENT = "    ";

    private CommandPages() {}

    static Page overview() {
        List<Entry> commands = new ArrayList<>();
        for (Command command : Command.values()) {
            commands.add(new Entry(command.word(), command.summary()));
        }
        return new Page(
                "dockdsl",
                List.of(
                        new Paragraph(
                                "Turns `site.groovy`, which describes hosts and containers, into running containers."
                                        + " The hosts need nothing but sshd."),
                        new Code(List.of("dockdsl COMMAND [options] [SITE]")),
                        new Entries("Commands", commands),
                        new Entries("Options of every command", common()),
                        new Paragraph(
                                "`dockdsl help COMMAND` explains a command, `dockdsl help WORD` a word of the language such"
                                        + " as `container` or `env`, `dockdsl help exit` the exit codes and `dockdsl help json` what"
                                        + " `--json` prints.")));
    }

    static Page of(Command command) {
        List<Part> parts = new ArrayList<>(about(command));
        parts.add(1, new Code(List.of(command.usage())));
        parts.add(new Entries("Options of every command", common()));
        return new Page("dockdsl " + command.word(), parts);
    }

    /** What it is for, and its own options. */
    static List<Part> about(Command command) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Paragraph(command.summary()));
        for (String paragraph : command.doc().split("\n\n")) {
            if (!paragraph.isBlank()) {
                parts.add(part(paragraph));
            }
        }
        if (!command.options().isEmpty()) {
            parts.add(new Entries("Options", options(command.options())));
        }
        return parts;
    }

    /** Lines that are all indented stay as they are. */
    private static Part part(String paragraph) {
        List<String> lines = paragraph.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream().allMatch(line -> line.startsWith(INDENT))
                ? new Code(lines.stream()
                        .map(line -> line.substring(INDENT.length()))
                        .toList())
                : new Paragraph(paragraph.strip().replace('\n', ' '));
    }

    static List<Entry> common() {
        return options(Command.COMMON);
    }

    private static List<Entry> options(List<Option> options) {
        List<Entry> entries = new ArrayList<>();
        for (Option option : options) {
            entries.add(new Entry(option.usage(), option.doc()));
        }
        return entries;
    }
}
