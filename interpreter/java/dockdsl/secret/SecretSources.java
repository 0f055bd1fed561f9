package dockdsl.secret;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.secret.local.LocalFile;
import dockdsl.secret.local.LocalProgram;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Fetches secrets from where they are kept, each once. One at a time, so that questions do not meet on the terminal. */
public final class SecretSources implements Function<SecretOrigin, Secret> {
    private final Map<String, String> environment;
    private final Function<String, Optional<char[]>> ask;
    private final SealedFiles files;
    private final Function<SecretOrigin.KeyValue, Secret> store;
    private final Map<SecretOrigin, Secret> fetched = new HashMap<>();

    /**
     * @param environment of dockdsl
     * @param ask puts a question to the user, without an echo; empty when nobody is there
     * @param files opens encrypted files
     * @param store asks HashiCorp Vault
     */
    public SecretSources(
            Map<String, String> environment,
            Function<String, Optional<char[]>> ask,
            SealedFiles files,
            Function<SecretOrigin.KeyValue, Secret> store) {
        this.environment = Map.copyOf(environment);
        this.ask = ask;
        this.files = files;
        this.store = store;
    }

    /** @throws NothingToWorkOn when the source does not give it; the message never has any of it */
    @Override
    public synchronized Secret apply(SecretOrigin origin) {
        Secret known = fetched.get(origin);
        if (known == null) {
            known = fetch(origin);
            fetched.put(origin, known);
        }
        return known;
    }

    private Secret fetch(SecretOrigin origin) {
        return switch (origin) {
            case SecretOrigin.Environment(String variable) -> {
                unset(variable).ifPresent(why -> {
                    throw why;
                });
                yield Secret.of(environment.get(variable));
            }
            case SecretOrigin.PlainFile(String path, boolean trim) -> plainFile(path, trim);
            case SecretOrigin.Prompt(String question) -> prompt(question);
            case SecretOrigin.Program program ->
                Secret.of(new LocalProgram(program.command()).printed()).withoutLineBreak();
            case SecretOrigin.VaultFile vault -> files.vault(vault);
            case SecretOrigin.AgeFile age -> files.age(age);
            case SecretOrigin.KeyValue field -> store.apply(field);
            case SecretOrigin.Variable(var variable) -> variable.secret();
        };
    }

    /** Why a source won't give it, as far as that shows before anything is opened, run or asked for. */
    public Optional<NothingToWorkOn> missing(SecretOrigin origin) {
        return switch (origin) {
            case SecretOrigin.Environment(String variable) -> unset(variable);
            case SecretOrigin.PlainFile file -> LocalFile.of(file.path()).fault();
            case SecretOrigin.VaultFile vault -> files.missing(vault);
            case SecretOrigin.AgeFile age -> files.missing(age);
            case SecretOrigin.Prompt _, SecretOrigin.Program _, SecretOrigin.KeyValue _, SecretOrigin.Variable _ ->
                Optional.empty();
        };
    }

    private Optional<NothingToWorkOn> unset(String name) {
        String value = environment.get(name);
        return value != null && !value.isEmpty()
                ? Optional.empty()
                : Optional.of(new NothingToWorkOn(
                        "The environment variable " + name + " is " + (value == null ? "not set." : "empty."),
                        "Set it for this command: " + name + "=... dockdsl apply site.groovy."));
    }

    private static Secret plainFile(String path, boolean trim) {
        Secret all = Secret.of(LocalFile.of(path).bytes());
        return trim ? all.withoutLineBreak() : all;
    }

    private Secret prompt(String question) {
        char[] typed = ask.apply(question.isBlank() ? "Secret:" : question + ":")
                .orElseThrow(() -> new NothingToWorkOn(
                        "It is asked for, and nobody answers.",
                        "Run it in a terminal, or give the secret another source: from: env('NAME')."));
        try {
            return Secret.of(new String(typed));
        } finally {
            Arrays.fill(typed, ' ');
        }
    }
}
