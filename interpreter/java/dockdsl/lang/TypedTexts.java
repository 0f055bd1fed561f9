package dockdsl.lang;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What was typed on top of a site file: texts that have no file but stand beside it, so that their paths start at its folder. */
public record TypedTexts(Path file, List<String> texts) {
    private static final String NAME = "typed-";

    void read(ScriptRunner runner, Scope scope) {
        for (int number = 1; number <= texts.size(); number++) {
            String name = file.resolveSibling(NAME + number).toString();
            runner.run(SourceText.of(name, texts.get(number - 1).getBytes(StandardCharsets.UTF_8)), scope);
        }
    }

    /** The text that a problem's place names; empty when it is a real file. */
    public static Optional<String> find(String name, List<String> texts) {
        String last = Path.of(name).getFileName().toString();
        for (int number = 1; number <= texts.size(); number++) {
            if (last.equals(NAME + number)) {
                return Optional.of(texts.get(number - 1));
            }
        }
        return Optional.empty();
    }
}
