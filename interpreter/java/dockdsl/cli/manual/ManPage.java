package dockdsl.cli.manual;

import dockdsl.cli.line.Command;
import dockdsl.cli.manual.Part.Code;
import dockdsl.cli.manual.Part.Entries;
import dockdsl.cli.manual.Part.Entry;
import dockdsl.cli.manual.Part.Paragraph;
import dockdsl.cli.text.Wrapped;
import java.util.List;

/** The commands and their options as {@code man} shows them: {@code dockdsl.1}, in the macros of man(7). */
public final class ManPage {
    private static final int WIDTH = 76;
    /** Of the form of this page; it stands in its corner. */
    private static final String DATE = "2026-11-21";

    private final StringBuilder text = new StringBuilder();

    private ManPage() {}

    public static String text() {
        ManPage page = new ManPage();
        page.line(".TH DOCKDSL 1 " + DATE + " dockdsl \"User Commands\"");
        page.line(".SH NAME");
        page.line("dockdsl \\- bring hosts to the containers that a file declares");
        page.section("SYNOPSIS");
        page.line(".B dockdsl");
        page.line("COMMAND [options] [SITE]");
        page.section("DESCRIPTION");
        page.parts(Topics.overview().parts().stream().limit(1).toList());
        page.section("COMMANDS");
        for (Command command : Command.values()) {
            page.line(".SS " + escaped(command.usage()));
            page.parts(CommandPages.about(command));
        }
        page.section("OPTIONS OF EVERY COMMAND");
        page.entries(CommandPages.common());
        page.section("EXIT STATUS");
        page.parts(ReferencePages.EXIT.parts());
        page.section("ENVIRONMENT");
        page.entries(ENVIRONMENT);
        page.section("FILES");
        page.entries(FILES);
        page.section("SEE ALSO");
        page.flow("`dockdsl help WORD` explains a word of the language, `dockdsl help json` what `--json` prints.");
        page.line(".BR docker (1),");
        page.line(".BR ssh (1),");
        page.line(".BR ssh_config (5)");
        return page.text.toString();
    }

    private static final List<Entry> ENVIRONMENT = List.of(
            new Entry("DOCKDSL_ENV", "The environment of the site to work on, as `--env` says it."),
            new Entry("DOCKDSL_JAVA_HOME", "The Java to run on."),
            new Entry("DOCKDSL_JAVA_OPTS", "More options for it."),
            new Entry("NO_COLOR", "No colours, whatever it is."),
            new Entry("SSH_AUTH_SOCK", "The SSH agent whose keys are offered."),
            new Entry("ANSIBLE_VAULT_PASSWORD_FILE, AGE_IDENTITY", "What opens encrypted files."));

    private static final List<Entry> FILES = List.of(
            new Entry("site.groovy", "The site file, when none is named."),
            new Entry("site.lock", "Which digest each tag stands for; `dockdsl lock` writes it."),
            new Entry("~/.ssh/config, ~/.ssh/known_hosts", "As `ssh` reads them."),
            new Entry("~/.cache/dockdsl", "Compiled site files; it may be removed."));

    private void section(String title) {
        line(".SH " + (title.contains(" ") ? "\"" + title + "\"" : title));
    }

    private void parts(List<Part> parts) {
        for (Part part : parts) {
            switch (part) {
                case Paragraph(String paragraph) -> {
                    if (!atHeading()) {
                        line(".PP");
                    }
                    flow(paragraph);
                }
                case Code(List<String> code) -> code(code);
                case Entries(String unused, List<Entry> entries) -> entries(entries);
            }
        }
    }

    private boolean atHeading() {
        String last = text.substring(text.lastIndexOf("\n", text.length() - 2) + 1);
        return last.startsWith(".SH") || last.startsWith(".SS");
    }

    private void code(List<String> lines) {
        line(".PP");
        line(".nf");
        lines.forEach(each -> line(guarded(escaped(each))));
        line(".fi");
    }

    private void entries(List<Entry> entries) {
        for (Entry entry : entries) {
            line(".TP");
            line("\\fB" + escaped(entry.term().strip()) + "\\fR");
            flow(entry.text());
        }
    }

    /** A paragraph, without its mark-up for code. */
    private void flow(String paragraph) {
        for (String line : Wrapped.at(WIDTH, paragraph)) {
            line(guarded(escaped(line)));
        }
    }

    /** What begins with a dot or a quote would be a command to roff. */
    private static String guarded(String line) {
        return line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line;
    }

    /** A plain dash may become a hyphen, which nobody can paste into a shell. */
    private static String escaped(String plain) {
        return plain.replace("\\", "\\e").replace("-", "\\-").replace("`", "");
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
