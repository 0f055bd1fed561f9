package dockdsl.diary;

import dockdsl.value.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The runs that were started on this machine, the oldest first: a file with a line for each. */
public record RunHistory(StateFolder folder, Function<String, Tree> reader, long mostBytes) {
    private static final String FILE = "runs.ndjson";
    private static final long MOST_BYTES = 4 << 20;

    /** @param reader of JSON; throws {@link IllegalArgumentException} when it is none */
    public RunHistory(StateFolder folder, Function<String, Tree> reader) {
        this(folder, reader, MOST_BYTES);
    }

    /** Adds a run, and forgets the older half when the file gets long. @throws IOException when it can't be written */
    public void add(RunEntry run) throws IOException {
        folder.append(FILE, run.line());
        if (folder.size(FILE) > mostBytes) {
            forgetTheOlderHalf();
        }
    }

    private void forgetTheOlderHalf() throws IOException {
        Optional<Turn> turn = Turn.take(folder, FILE + ".lock");
        if (turn.isPresent()) {
            try (Turn _ = turn.get()) {
                List<String> lines = lines();
                folder.replace(FILE, String.join("\n", lines.subList(lines.size() / 2, lines.size())) + "\n");
            }
        }
    }

    /** What is no run, such as half a line of a full disk, is left out. */
    public List<RunEntry> all() {
        List<RunEntry> runs = new ArrayList<>();
        for (String line : lines()) {
            try {
                runs.add(RunEntry.of(reader.apply(line)));
            } catch (RuntimeException halfALine) {
                continue;
            }
        }
        return runs;
    }

    private List<String> lines() {
        return folder.read(FILE).orElse("").lines().toList();
    }
}
