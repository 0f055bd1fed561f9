package dockdsl.diary;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.docker.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    private Path folder;

    @Test
    void isWhereTheUserKeepsStates() {
        assertThat(StateFolder.ofUser(folder, Map.of(), "me").path()).isEqualTo(folder.resolve(".local/state/dockdsl"));
        Path other = folder.resolve("other");
        assertThat(StateFolder.ofUser(folder, Map.of("XDG_STATE_HOME", other.toString()), "me")
                        .path())
                .isEqualTo(other.resolve("dockdsl"));
    }

    @Test
    void whoHasNoHomeGetsAnotherPlace() {
        Path state = StateFolder.ofUser(Path.of("?"), Map.of(), "me").path();

        assertThat(state).isAbsolute().asString().doesNotContain("?");
    }

    @Test
    void aFolderThatOthersMayWriteToIsNotUsed() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path closed = folder.resolve("closed");

        assertThat(StateFolder.firstUsable(List.of(open, closed)).path()).isEqualTo(closed);
    }

    @Test
    void nobodyElseReadsWhatItKeeps() throws IOException {
        StateFolder state = new StateFolder(folder).within("shop");
        state.append("log", "one\n");
        state.append("log", "two\n");
        state.replace("told.json", "{}\n");

        assertThat(mode(state.path())).isEqualTo("rwx------");
        assertThat(mode(state.file("log"))).isEqualTo("rw-------");
        assertThat(mode(state.file("told.json"))).isEqualTo("rw-------");
        assertThat(state.read("log")).contains("one\ntwo\n");
    }

    @Test
    void ofTwoOnlyOneHasItsTurn() throws IOException {
        StateFolder state = new StateFolder(folder);
        Optional<Turn> first = Turn.take(state, "turn");

        assertThat(first).isPresent();
        assertThat(Turn.take(state, "turn")).isEmpty();
        first.orElseThrow().close();
        assertThat(Turn.take(state, "turn")).isPresent();
    }

    @Test
    void aLogIsRotatedAndTheOldestGoes() throws IOException {
        RotatedLog log = new RotatedLog(new StateFolder(folder), 100);
        for (int i = 0; i < 100; i++) {
            log.add("this is line %03d of a log\n".formatted(i));
        }

        assertThat(log.isBroken()).isFalse();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("log", "log.1", "log.2", "log.3", "log.4");
        }
        assertThat(log.file()).content().endsWith("099 of a log\n");
        assertThat(Files.size(folder.resolve("log.1"))).isLessThanOrEqualTo(100);
    }

    @Test
    void aLogThatCannotBeWrittenStopsNobody() throws IOException {
        Files.writeString(folder.resolve("file"), "no folder");
        RotatedLog log = new RotatedLog(new StateFolder(folder.resolve("file")));

        log.add("one\n");

        assertThat(log.isBroken()).isTrue();
    }

    @Test
    void runsAreRememberedTheOldestForgottenAndHalvesOfLinesLeftOut() throws IOException {
        RunHistory history = new RunHistory(new StateFolder(folder), JsonReader::parse, 5_000);
        for (int i = 0; i < 50; i++) {
            history.add(run(i));
        }
        Files.writeString(folder.resolve("runs.ndjson"), Files.readString(folder.resolve("runs.ndjson")) + "{\"when");

        assertThat(history.all()).hasSizeBetween(5, 49).last().isEqualTo(run(49));
    }

    private static RunEntry run(int number) {
        return new RunEntry(
                Instant.ofEpochSecond(number),
                Duration.ofMillis(1500),
                "apply",
                "shop-1",
                "/srv/shop/site.groovy",
                "shop",
                true,
                RunResult.UNREACHABLE,
                4,
                List.of("web1: created container web"),
                List.of("web2"),
                List.of("web3"),
                "host web2: \"nobody\" answers",
                "/log");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
