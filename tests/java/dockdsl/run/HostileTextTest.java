package dockdsl.run;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.host.Command;
import dockdsl.host.CommandResult;
import dockdsl.plan.Action;
import dockdsl.value.Hook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a name or a value, a shell passes it on and runs none of it. Real shells tell what they were given. */
@Timeout(60)
class HostileTextTest {
    private static final List<String> PIECES = List.of(
            "'",
            "\"",
            "`touch oops`",
            "$(touch oops)",
            "${HOME}",
            "$IFS",
            "; touch oops;",
            "&& touch oops",
            "| touch oops",
            "> oops",
            "\n",
            "\ntouch oops\n",
            "\r",
            "\t",
            " ",
            "\\",
            "\\n",
            "\\033",
            "\\c",
            "%s",
            "%n",
            "*",
            "?",
            "[a-z]",
            "~",
            "~root",
            "!",
            "#",
            "-n",
            "--",
            "=",
            "(",
            ")",
            "{a,b}",
            "<",
            "&",
            "\033[2J",
            "\007",
            "\u202e",
            "ß",
            "日本",
            "🐳",
            "a",
            "EOF");

    @TempDir
    private Path folder;

    private final Random random = new Random(7);

    private String hostile() {
        StringBuilder text = new StringBuilder();
        for (int pieces = 1 + random.nextInt(8); pieces > 0; pieces--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private List<String> manyHostile() {
        List<String> texts = new ArrayList<>(PIECES);
        Stream.generate(this::hostile).limit(400).forEach(texts::add);
        return texts;
    }

    /** What {@code /bin/sh} prints; it finds its folder as empty as it was. */
    private String said(String script) {
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", script)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(folder).isEmptyDirectory();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> words(String said) {
        return List.of(said.substring(0, said.length() - 1).split("\0", -1));
    }

    @Test
    void aProgramGetsItsArgumentsUnchanged() {
        List<String> texts = manyHostile();
        List<String> arguments = new ArrayList<>(List.of("%s\\0"));
        arguments.addAll(texts);
        Command command = Command.of("printf", arguments.toArray(String[]::new));
        assertThat(words(said(command.script()))).isEqualTo(texts);
    }

    @Test
    void aScriptGoesThroughTheShellOfALoginToAnother() {
        for (String text : manyHostile().subList(0, 100)) {
            String inner = "printf '%s\\0' " + Command.quoted(text);
            String line = "/bin/sh -c " + Command.quoted("exec /bin/sh -c " + Command.quoted(inner));
            assertThat(words(said(line))).containsExactly(text);
        }
    }

    @Test
    void aHookGetsItsWordsAndItsVariablesUnchanged() {
        for (String text : manyHostile().subList(0, 100)) {
            Hook hook = new Hook(
                    Hook.Place.HERE,
                    List.of("sh", "-c", "printf '%s\\0' \"$DOCKDSL_CONTAINER\" \"$1\"", "hook", text),
                    false,
                    Duration.ofSeconds(5));
            var run = new Action.RunHook(
                    Hook.Moment.BEFORE_STOP, hook, "app", new TreeMap<>(Map.of("DOCKDSL_CONTAINER", text)));
            List<String> said = new ArrayList<>();
            new HookRun(new RecordingEngine("web1", new ArrayList<>()).ofHost(), command -> {
                        said.add(said(command.script()));
                        return new CommandResult(0, "", "");
                    })
                    .run(run, progress -> {});
            assertThat(words(said.getFirst())).containsExactly(text, text);
        }
    }

    @Test
    void aLockIsHeldByWhomItSays() throws IOException {
        String site = "test-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        Path lock = Path.of(Files.isWritable(Path.of("/run/lock")) ? "/run/lock" : "/tmp", "dockdsl-" + site + ".lock");
        try {
            for (String text : manyHostile().subList(0, 60)) {
                LockHolder us = LockHolder.now(text, "apply of site " + text.replaceAll("\\R", " "));
                String afterwards = "cat '" + lock + "'";
                String script =
                        LockScript.of(site, us, Duration.ofSeconds(5)).replace(": >\"/proc/$$/fd/9\"", afterwards);
                assertThat(said(script)).isEqualTo("dockdsl-lock held\n" + us.line() + "\n");
            }
        } finally {
            Files.deleteIfExists(lock);
        }
    }

    @Test
    void lookingIntoLedgersRunsNothing() {
        for (String text : manyHostile().subList(0, 60)) {
            assertThat(said(LedgerScript.read(text).script())).doesNotContain("not found", "Syntax error");
        }
    }
}
