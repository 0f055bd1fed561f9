package dockdsl.secret;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Fetches secrets from where they are kept, each once. */
public final class SecretSources implements Function<SecretOrigin, Secret> {
    private final Map<String, String> environment;
    private final Function<String, Optional<char[]>> ask;
    private final Map<SecretOrigin, Secret> fetched = new ConcurrentHashMap<>();

    /**
     * @param environment of dockdsl
     * @param ask puts a question to the user, without an echo; empty when nobody is there
     */
    public SecretSources(Map<String, String> environment, Function<String, Optional<char[]>> ask) {
        this.environment = Map.copyOf(environment);
        this.ask = ask;
    }

    /** @throws NothingToWorkOn when the source does not give it; the message never has any of it */
    @Override
    public Secret apply(SecretOrigin origin) {
        return fetched.computeIfAbsent(origin, this::fetch);
    }

    private Secret fetch(SecretOrigin origin) {
        return switch (origin) {
            case SecretOrigin.Environment(String variable) -> variable(variable);
            case SecretOrigin.TextFile(String path) -> file(path);
            case SecretOrigin.Prompt(String question) -> prompt(question);
            case SecretOrigin.Program program -> SecretProgram.run(program.command());
        };
    }

    private Secret variable(String name) {
        String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            throw new NothingToWorkOn(
                    "The environment variable " + name + ", which a secret comes from, is "
                            + (value == null ? "not set." : "empty."),
                    "Set it for this command: " + name + "=... dockdsl apply site.groovy.");
        }
        return Secret.of(value);
    }

    private Secret file(String text) {
        Path path = Path.of(text.startsWith("~/") ? System.getProperty("user.home") + text.substring(1) : text);
        try {
            return Secret.of(withoutLineBreak(Files.readAllBytes(path)));
        } catch (IOException unreadable) {
            throw new NothingToWorkOn(
                    "The file " + path + ", which a secret comes from, "
                            + (Files.exists(path) ? "can't be read." : "does not exist."),
                    "Check its name and its permissions.",
                    unreadable);
        }
    }

    private Secret prompt(String question) {
        char[] typed = ask.apply(question.isBlank() ? "Secret: " : question + ": ")
                .orElseThrow(() -> new NothingToWorkOn(
                        "A secret is asked for, and there is nobody to ask.",
                        "Run it in a terminal, or give the secret another source: from: env('NAME')."));
        try {
            return Secret.of(new String(typed));
        } finally {
            Arrays.fill(typed, ' ');
        }
    }

    /** Editors and programs end files with a line break that nobody means. */
    static byte[] withoutLineBreak(byte[] bytes) {
        int end = bytes.length;
        if (end > 0 && bytes[end - 1] == '\n') {
            end--;
        }
        if (end > 0 && end < bytes.length && bytes[end - 1] == '\r') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }
}
