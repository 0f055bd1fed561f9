package dockdsl.cli;

import dockdsl.cli.init.Beginning;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Questions;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.inventory.InventoryReader;
import dockdsl.lang.ScriptStore;
import dockdsl.model.Host;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.UsageMistake;
import dockdsl.value.ImageRef;
import dockdsl.value.Malformed;
import dockdsl.vocabulary.Arguments;
import dockdsl.vocabulary.ContainerWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/** {@code dockdsl init}: writes the files of a new site, and none over one that is there. */
record InitCommand(Invocation invocation, Surroundings surroundings) {
    private static final String NAME = "[a-z0-9][a-z0-9_-]*";

    int run() {
        String named =
                invocation.arguments().isEmpty() ? "" : invocation.arguments().getFirst();
        Path folder = surroundings.folder().resolve(named);
        refuseSite(folder);
        Optional<ImageRef> image = image();
        Questions questions = new Questions(surroundings.screen(), surroundings.input());
        String site = siteName(folder, questions);
        List<Host> hosts = hosts(questions);
        SequencedMap<String, String> files = new Beginning(site, hosts, image).files();
        List<String> there = new ArrayList<>();
        for (var file : files.sequencedEntrySet()) {
            if (!write(folder.resolve(file.getKey()), file.getValue())) {
                there.add(file.getKey());
            }
        }
        List<String> written = new ArrayList<>(files.sequencedKeySet());
        written.removeAll(there);
        tell(named, written, there, hosts);
        return ExitCode.OK;
    }

    private static void refuseSite(Path folder) {
        Path file = folder.resolve(Beginning.SITE_FILE);
        if (Files.exists(file)) {
            throw new NothingToWorkOn(
                    "There is a site already: " + file + ". Nothing was written.",
                    "Name another folder: `dockdsl init FOLDER`. `dockdsl help --gdsl` prints the completion file alone.");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NothingToWorkOn(
                    folder + " is a file, not a folder. Nothing was written.", "Name a folder: `dockdsl init FOLDER`.");
        }
    }

    private String siteName(Path folder, Questions questions) {
        String usual = fitting(folder.toAbsolutePath().normalize());
        String name = invocation
                .last(Option.NAME)
                .orElseGet(() -> surroundings.interactive()
                        ? questions.text(Line.of("Name of the site [" + usual + "]:"), usual)
                        : usual);
        if (!name.matches(NAME)) {
            throw new UsageMistake(
                    "'" + name + "' is not a name for a site.",
                    "Use lower-case letters, digits, dashes and underscores, such as 'shop'.");
        }
        return name;
    }

    /** What a folder is called, as far as a site may be called so. */
    private static String fitting(Path folder) {
        String last = folder.getFileName() == null ? "" : folder.getFileName().toString();
        String name =
                last.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-").replaceAll("^[-_]+|-+$", "");
        return name.isEmpty() ? "site" : name;
    }

    private List<Host> hosts(Questions questions) {
        List<String> named = new ArrayList<>(invocation.all(Option.HOST));
        if (named.isEmpty() && surroundings.interactive()) {
            String answer = questions.text(
                    Line.of("Its hosts, such as deploy@web1.example.com, with commas; nothing for an example:"), "");
            named.addAll(List.of(answer.split("[,\\s]+")));
        }
        named.removeIf(String::isBlank);
        return named.isEmpty() ? List.of() : read(String.join(",", named) + ",");
    }

    private List<Host> read(String list) {
        ScriptStore store = ScriptStore.ofUser(surroundings.home(), surroundings.environment(), "init");
        return new InventoryReader(store, origin -> {
                    throw new IllegalStateException("a list of hosts has no secrets");
                })
                .read(list)
                .hosts();
    }

    private Optional<ImageRef> image() {
        try {
            return invocation
                    .last(Option.IMAGE)
                    .map(named ->
                            ImageRef.parse(ContainerWords.IMAGE.kind().read().apply(Arguments.of(named))));
        } catch (Malformed wrong) {
            throw new UsageMistake("`--image`: " + wrong.getMessage() + ".", wrong.remedy(), wrong);
        }
    }

    /** False when there is such a file. */
    private static boolean write(Path file, String text) {
        try {
            if (Files.exists(file)) {
                return false;
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return true;
        } catch (IOException e) {
            throw new NothingToWorkOn(
                    "The file " + file + " can't be written: " + e.getMessage() + ".",
                    "May you write there, and is there room on the disk?",
                    e);
        }
    }

    private void tell(String folder, List<String> written, List<String> there, List<Host> hosts) {
        List<Line> lines = new ArrayList<>();
        written.forEach(file -> lines.add(Line.of(Tone.GOOD, "  + ").and(file)));
        there.forEach(file -> lines.add(Line.of("  = " + file + "  is there already and stays as it is")));
        lines.add(Line.EMPTY);
        lines.add(Line.of("Next:"));
        if (!folder.isEmpty()) {
            lines.add(step("cd " + folder, ""));
        }
        lines.add(
                hosts.isEmpty()
                        ? step("edit inventory.groovy", "put your hosts in place of the example")
                        : step("dockdsl doctor", "can the hosts be reached, and what do they lack?"));
        lines.add(step("dockdsl plan", "what would be done there?"));
        lines.add(step("dockdsl apply", "do it"));
        surroundings.screen().say(lines);
    }

    private static Line step(String command, String about) {
        return Line.of("    ")
                .and(Tone.STRONG, about.isEmpty() ? command : "%-24s".formatted(command))
                .and(about);
    }
}
