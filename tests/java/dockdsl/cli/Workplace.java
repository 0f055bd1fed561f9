package dockdsl.cli;

import dockdsl.bootstrap.Bootstrapper;
import dockdsl.cli.screen.Paint;
import dockdsl.cli.screen.Screen;
import dockdsl.diary.RunEntry;
import dockdsl.diary.RunHistory;
import dockdsl.diary.StateFolder;
import dockdsl.docker.JsonReader;
import dockdsl.host.stream.BulkOutput;
import dockdsl.ledger.LedgerText;
import dockdsl.value.Tree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A folder with a site and an inventory, in which whole runs work on hosts that are not there. */
final class Workplace {
    final PretendFleet fleet = new PretendFleet();

    /** Whether there is somebody to ask. */
    boolean interactive;

    /** What is typed. */
    String answers = "";

    WallClock clock = WallClock.OF_MACHINE;

    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ByteArrayOutputStream both = new ByteArrayOutputStream();

    private Workplace(Path folder) {
        this.folder = folder;
    }

    /** @param hosts a pattern, such as {@code web[1:3]}; they are the group {@code web} */
    static Workplace in(Path folder, String site, String hosts) throws IOException {
        Workplace place = new Workplace(folder);
        place.site(site);
        Files.writeString(place.hosts(), "group('web') { host '" + hosts + "' }\n");
        return place;
    }

    void site(String text) throws IOException {
        Files.writeString(folder.resolve("site.groovy"), text);
    }

    /** The inventory. */
    Path hosts() {
        return folder.resolve("hosts.groovy");
    }

    /** One run. @return the exit code */
    int run(List<String> arguments) {
        List.of(out, err, both).forEach(ByteArrayOutputStream::reset);
        Surroundings surroundings = new Surroundings(
                folder,
                folder,
                "me",
                Map.of(),
                new Screen(stream(out), stream(err), Paint.NONE, Paint.NONE),
                new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)),
                interactive,
                false,
                false,
                List.of(),
                clock,
                new Memory());
        Wiring wiring = new Wiring(
                settings -> fleet,
                fleet,
                new Bootstrapper(text -> Tree.EMPTY),
                new LedgerText(JsonReader::parse),
                new ShellHere());
        return new Dockdsl(surroundings, () -> wiring, new Interruption(surroundings, arguments)).run(arguments);
    }

    private PrintStream stream(ByteArrayOutputStream alone) {
        BulkOutput tee = new BulkOutput() {
            @Override
            public void write(byte[] bytes, int offset, int length) {
                alone.write(bytes, offset, length);
                both.write(bytes, offset, length);
            }
        };
        return new PrintStream(tee, true, StandardCharsets.UTF_8);
    }

    /** What the last run said on standard output, where names of files begin at the folder; so below. */
    String out() {
        return text(out);
    }

    /** On standard error. */
    String err() {
        return text(err);
    }

    /** On both, as it came. */
    String printed() {
        return text(both);
    }

    private String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    }

    /** What this machine remembers. */
    StateFolder state() {
        return new StateFolder(folder.resolve(".local/state/dockdsl"));
    }

    List<RunEntry> history() {
        return new RunHistory(state(), JsonReader::parse).all();
    }

    /** The folder with what it remembers of the site. */
    Path kept() throws IOException {
        try (var folders = Files.list(state().path())) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }
}
