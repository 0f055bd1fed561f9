package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Questions;
import dockdsl.cli.text.Line;
import dockdsl.docker.JsonReader;
import dockdsl.inventory.Decryption;
import dockdsl.inventory.YamlTexts;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.secret.SealedFiles;
import dockdsl.secret.SecretSources;
import dockdsl.secret.age.AgeKeys;
import dockdsl.secret.kv.KeyValueStore;
import dockdsl.secret.local.LocalFile;
import dockdsl.secret.vault.VaultKeys;
import dockdsl.secret.vault.VaultPasswords;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Fetches secrets when they are needed, each once, and has them covered in whatever is printed from then on. Of a run that needs
 * none, nothing wakes.
 */
final class Secrets implements Function<SecretOrigin, Secret>, Decryption {
    private final Invocation invocation;
    private final Surroundings surroundings;
    private final Questions questions;
    private Optional<SecretSources> sources = Optional.empty();
    private Optional<VaultKeys> vaultKeys = Optional.empty();
    private Optional<AgeKeys> ageKeys = Optional.empty();

    Secrets(Invocation invocation, Surroundings surroundings, Questions questions) {
        this.invocation = invocation;
        this.surroundings = surroundings;
        this.questions = questions;
    }

    /** Whether to read a site may bring up a question: for the password of a vault, which is to be typed. */
    static boolean mayAsk(Invocation invocation, Map<String, String> environment) {
        return invocation.has(Option.ASK_VAULT_PASS)
                || invocation.all(Option.VAULT_ID).stream().anyMatch(id -> id.matches("(.*@)?prompt(_ask_vault_pass)?"))
                || environment.getOrDefault("ANSIBLE_VAULT_IDENTITY_LIST", "").contains("prompt");
    }

    @Override
    public Secret apply(SecretOrigin origin) {
        return hidden(trying(() -> sources().apply(origin)));
    }

    /** Why there is no such secret, as far as that shows before anything is opened, run or asked for. */
    Optional<NothingToWorkOn> missing(SecretOrigin origin) {
        return sources().missing(origin);
    }

    @Override
    public Secret open(String text, String what) {
        return hidden(trying(() -> vaultKeys().open(text, what)));
    }

    /** Opens something. What was typed for it and does not fit is asked for anew by the next line of a console. */
    <T> T trying(Supplier<T> opening) {
        try {
            return opening.get();
        } catch (NothingToWorkOn wrong) {
            surroundings.memory().forgetAnswers();
            throw wrong;
        }
    }

    private Secret hidden(Secret secret) {
        surroundings.screen().hide(secret);
        return secret;
    }

    private synchronized SecretSources sources() {
        if (sources.isEmpty()) {
            var files = new SealedFiles(this::vaultKeys, this::ageKeys, YamlTexts::of);
            Function<SecretOrigin.KeyValue, Secret> store = new Function<>() {
                private Optional<KeyValueStore> vault = Optional.empty();

                @Override
                public Secret apply(SecretOrigin.KeyValue field) {
                    if (vault.isEmpty()) {
                        hideKeysOfVault();
                        vault = Optional.of(
                                new KeyValueStore(surroundings.environment(), surroundings.home(), JsonReader::parse));
                    }
                    return vault.get().apply(field);
                }
            };
            sources = Optional.of(new SecretSources(surroundings.environment(), this::ask, files, store));
        }
        return sources.get();
    }

    private void hideKeysOfVault() {
        Stream.of("VAULT_TOKEN", "VAULT_WRAPPED_TOKEN", "VAULT_SECRET_ID")
                .map(surroundings.environment()::get)
                .filter(Objects::nonNull)
                .map(Secret::of)
                .forEach(this::hidden);
    }

    synchronized VaultKeys vaultKeys() {
        if (vaultKeys.isEmpty()) {
            var wishes = new VaultPasswords.Wishes(
                    invocation.all(Option.VAULT_ID),
                    invocation.all(Option.VAULT_PASSWORD_FILE),
                    invocation.has(Option.ASK_VAULT_PASS));
            vaultKeys =
                    Optional.of(VaultPasswords.of(wishes, surroundings.environment(), this::askOnce, this::fromFolder)
                            .telling(this::hidden));
        }
        return vaultKeys.get();
    }

    /** Where no password is named, it is asked for. */
    VaultKeys vaultKeysOrAsked() {
        if (vaultKeys().isEmpty()) {
            var wishes = new VaultPasswords.Wishes(List.of(), List.of(), true);
            vaultKeys = Optional.of(
                    VaultPasswords.of(wishes, this::askOnce, this::fromFolder).telling(this::hidden));
        }
        return vaultKeys();
    }

    Map<String, String> environment() {
        return surroundings.environment();
    }

    synchronized AgeKeys ageKeys() {
        if (ageKeys.isEmpty()) {
            List<String> files = new ArrayList<>(invocation.all(Option.AGE_IDENTITY));
            Optional.ofNullable(surroundings.environment().get("AGE_IDENTITY"))
                    .filter(file -> !file.isBlank())
                    .ifPresent(files::add);
            ageKeys = Optional.of(new AgeKeys(
                    files.stream().map(this::fromFolder).map(LocalFile::of).toList(), this::agePassphrase));
        }
        return ageKeys.get();
    }

    private Optional<Secret> agePassphrase(String what) {
        return Optional.ofNullable(surroundings.environment().get("DOCKDSL_AGE_PASSPHRASE"))
                .filter(words -> !words.isEmpty())
                .map(Secret::of)
                .map(this::hidden)
                .or(() -> askOnce("Passphrase of " + what.replaceFirst("^The", "the") + ":")
                        .map(typed -> Secret.of(new String(typed))));
    }

    /** Of all lines of a console, the first one asks. */
    private Optional<char[]> askOnce(String question) {
        Memory memory = surroundings.memory();
        Optional<char[]> known =
                memory.answer(question).map(answer -> answer.revealText().toCharArray());
        return known.or(() -> {
            Optional<char[]> typed = ask(question);
            typed.ifPresent(answer -> memory.keep(question, Secret.of(new String(answer))));
            return typed;
        });
    }

    Optional<char[]> ask(String question) {
        Optional<char[]> typed = invocation.has(Option.JSON) ? Optional.empty() : questions.hidden(Line.of(question));
        typed.ifPresent(answer -> hidden(Secret.of(new String(answer))));
        return typed;
    }

    /** Where a path of the command line leads. */
    String fromFolder(String path) {
        return path.startsWith("~/")
                ? path
                : surroundings.folder().resolve(path).toString();
    }
}
