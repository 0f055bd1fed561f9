package dockdsl.secret.vault;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.secret.local.LocalFile;
import dockdsl.secret.local.LocalProgram;
import dockdsl.value.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Where the passwords of Ansible Vault come from: what the command line and the environment say, as Ansible understands it. */
public final class VaultPasswords {
    private static final int UNKNOWN_ID = 2;

    private final Function<String, Optional<char[]>> ask;
    private final UnaryOperator<String> fromFolder;
    private final List<VaultIdentity> identities = new ArrayList<>();

    /**
     * What the command line says.
     *
     * @param ids {@code id@source}, or a source alone; a source is {@code prompt}, a file, or a program
     * @param files sources whose id is {@code default}
     * @param ask whether to ask for one more
     */
    public record Wishes(List<String> ids, List<String> files, boolean ask) {
        public Wishes {
            ids = List.copyOf(ids);
            files = List.copyOf(files);
        }

        public boolean isEmpty() {
            return ids.isEmpty() && files.isEmpty() && !ask;
        }
    }

    private VaultPasswords(Function<String, Optional<char[]>> ask, UnaryOperator<String> fromFolder) {
        this.ask = ask;
        this.fromFolder = fromFolder;
    }

    /**
     * The passwords of the command line and of the environment; none is fetched yet.
     *
     * @param ask puts a question to the user, without an echo; empty when nobody is there
     * @param fromFolder where a relative path leads
     */
    public static VaultKeys of(
            Wishes wishes,
            Map<String, String> environment,
            Function<String, Optional<char[]>> ask,
            UnaryOperator<String> fromFolder) {
        VaultPasswords passwords = new VaultPasswords(ask, fromFolder);
        said(environment, "ANSIBLE_VAULT_IDENTITY_LIST")
                .ifPresent(list -> List.of(list.split("\\s*,\\s*")).forEach(passwords::id));
        passwords.add(wishes);
        said(environment, "ANSIBLE_VAULT_PASSWORD_FILE").ifPresent(passwords::file);
        said(environment, "DOCKDSL_VAULT_PASSWORD_FILE").ifPresent(passwords::file);
        said(environment, "DOCKDSL_VAULT_PASSWORD").ifPresent(passwords::known);
        return passwords.keys();
    }

    /** The passwords of the command line alone. */
    public static VaultKeys of(
            Wishes wishes, Function<String, Optional<char[]>> ask, UnaryOperator<String> fromFolder) {
        VaultPasswords passwords = new VaultPasswords(ask, fromFolder);
        passwords.add(wishes);
        return passwords.keys();
    }

    private static Optional<String> said(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(Predicate.not(String::isBlank));
    }

    private VaultKeys keys() {
        return new VaultKeys(identities);
    }

    private void add(Wishes wishes) {
        wishes.ids().forEach(this::id);
        wishes.files().forEach(this::file);
        if (wishes.ask()) {
            source(VaultText.DEFAULT_ID, "prompt");
        }
    }

    private void id(String said) {
        int at = said.indexOf('@');
        String id = at < 1 ? VaultText.DEFAULT_ID : said.substring(0, at);
        source(id, said.substring(at + 1));
    }

    private void file(String name) {
        source(VaultText.DEFAULT_ID, name);
    }

    private void known(String password) {
        identities.add(new VaultIdentity(
                VaultText.DEFAULT_ID,
                "DOCKDSL_VAULT_PASSWORD",
                () -> Optional.of(Secret.of(password)),
                Optional::empty));
    }

    private void source(String id, String source) {
        boolean prompt = source.equals("prompt") || source.equals("prompt_ask_vault_pass");
        VaultKeys before = keys();
        identities.add(
                prompt
                        ? new VaultIdentity(id, source, () -> Optional.of(asked(id)), Optional::empty)
                        : new VaultIdentity(
                                id,
                                source,
                                () -> read(id, source, before),
                                () -> located(source).fault()));
    }

    private LocalFile located(String source) {
        return LocalFile.of(source.startsWith("~/") ? source : fromFolder.apply(source));
    }

    private Secret asked(String id) {
        String whose = id.equals(VaultText.DEFAULT_ID) ? "" : " (" + id + ")";
        return ask.apply("Vault password" + whose + ":")
                .map(typed -> Secret.of(new String(typed)))
                .orElseThrow(() -> new NothingToWorkOn(
                        "The vault password" + whose + " is asked for, and nobody answers.",
                        "Run it in a terminal, or name a file with the password: `--vault-password-file FILE`."));
    }

    /**
     * A program is run; of a file, blanks and line breaks around the password don't belong to it. A file that is encrypted itself
     * is opened with the passwords that were named before it, as Ansible does.
     */
    private Optional<Secret> read(String id, String source, VaultKeys before) {
        LocalFile file = located(source);
        if (Files.isRegularFile(file.path()) && Files.isExecutable(file.path())) {
            return program(id, file);
        }
        String text = new String(file.bytes(), StandardCharsets.ISO_8859_1).strip();
        return Optional.of(notEmpty(VaultKeys.isVault(text) ? opened(text, file, before) : text, file));
    }

    private static String opened(String text, LocalFile file, VaultKeys before) {
        return line(before.open(text, "The vault password in the file " + file).reveal());
    }

    private static Optional<Secret> program(String id, LocalFile file) {
        String path = file.path().toAbsolutePath().toString();
        boolean client = file.path().getFileName().toString().matches(".*-client(\\.[^.]*)?");
        if (!client) {
            return Optional.of(notEmpty(line(new LocalProgram(List.of(path)).printed()), file));
        }
        LocalProgram program = new LocalProgram(List.of(path, "--vault-id", id));
        LocalProgram.Outcome outcome = program.run();
        return switch (outcome.exit()) {
            case 0 -> Optional.of(notEmpty(line(outcome.printed()), file));
            case UNKNOWN_ID -> Optional.empty();
            default ->
                throw new NothingToWorkOn(
                        "The program " + file + ", which knows vault passwords, ended with " + outcome.exit() + ".",
                        "Try it by itself: " + String.join(" ", program.command()));
        };
    }

    /** Bytes as characters, one each, so that a password in any encoding stays what it is. */
    private static String line(byte[] printed) {
        return new String(printed, StandardCharsets.ISO_8859_1).replaceAll("^[\r\n]+|[\r\n]+$", "");
    }

    private static Secret notEmpty(String password, LocalFile file) {
        if (password.isEmpty()) {
            throw new NothingToWorkOn(
                    "The vault password from " + file + " is empty.", "Put the password there, in one line.");
        }
        return Secret.of(password.getBytes(StandardCharsets.ISO_8859_1));
    }
}
