package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.UsageMistake;
import dockdsl.secret.age.AgeKeys;
import dockdsl.secret.age.AgeRecipients;
import dockdsl.secret.local.LocalFile;
import dockdsl.secret.vault.VaultKeys;
import dockdsl.secret.vault.VaultPasswords;
import dockdsl.value.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How {@code dockdsl secrets} opens what is encrypted and encrypts what is not, with Ansible Vault or age. */
record Sealing(Invocation invocation, Secrets secrets) {
    /** A way to encrypt. */
    interface Lock {
        byte[] seal(Secret plain);
    }

    static boolean isSealed(byte[] bytes) {
        return AgeKeys.isAge(bytes) || VaultKeys.isVault(text(bytes));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    Secret open(byte[] sealed, LocalFile file) {
        return open(sealed, "The file " + file);
    }

    Secret open(byte[] sealed, String what) {
        if (!isSealed(sealed)) {
            throw new NothingToWorkOn(
                    what + " is not encrypted, neither with Ansible Vault nor with age.",
                    "Encrypt it: `dockdsl secrets encrypt FILE`.");
        }
        return AgeKeys.isAge(sealed)
                ? secrets.ageKeys().open(sealed, what)
                : secrets.vaultKeysOrAsked().open(text(sealed), what);
    }

    /** As it was: with the same id and password, or for the recipients that the command line names. */
    byte[] sealLike(byte[] sealed, Secret plain, LocalFile file) {
        return AgeKeys.isAge(sealed)
                ? age().orElseThrow(() -> new UsageMistake(
                                "A file of age does not tell for whom it is encrypted; nothing was changed.",
                                "Name them: `--age-recipient age1...`, or `--age-passphrase`."))
                        .seal(plain)
                : bytes(secrets.vaultKeysOrAsked().encryptLike(text(sealed), plain, "The file " + file));
    }

    /** What the command line says for encrypting; a password that is typed is typed twice. */
    Lock lock() {
        return age().orElseGet(() -> vault(given()));
    }

    private VaultKeys given() {
        VaultKeys given = VaultPasswords.of(
                new VaultPasswords.Wishes(
                        invocation.all(Option.VAULT_ID),
                        invocation.all(Option.VAULT_PASSWORD_FILE),
                        invocation.has(Option.ASK_VAULT_PASS)),
                secrets.environment(),
                this::twice,
                secrets::fromFolder);
        return given.isEmpty() ? asked() : given;
    }

    /** The same for {@code rekey}, where those to open with are others. */
    Lock newLock() {
        var wishes = new VaultPasswords.Wishes(
                invocation.all(Option.NEW_VAULT_ID), invocation.all(Option.NEW_VAULT_PASSWORD_FILE), false);
        return age().orElseGet(() ->
                vault(wishes.isEmpty() ? asked() : VaultPasswords.of(wishes, this::twice, secrets::fromFolder)));
    }

    private VaultKeys asked() {
        return VaultPasswords.of(
                new VaultPasswords.Wishes(List.of(), List.of(), true), this::twice, secrets::fromFolder);
    }

    private Lock vault(VaultKeys keys) {
        return plain -> bytes(keys.encrypt(plain, invocation.last(Option.ENCRYPT_VAULT_ID)));
    }

    private Optional<Lock> age() {
        List<String> recipients = invocation.all(Option.AGE_RECIPIENT);
        boolean armored = invocation.has(Option.ARMOR);
        if (!recipients.isEmpty()) {
            AgeRecipients known = AgeRecipients.of(recipients);
            return Optional.of(plain -> known.encrypt(plain, armored));
        }
        if (invocation.has(Option.AGE_PASSPHRASE)) {
            AgeRecipients knowing = AgeRecipients.knowing(asked("Passphrase:"));
            return Optional.of(plain -> knowing.encrypt(plain, armored));
        }
        return Optional.empty();
    }

    /** @throws NothingToWorkOn when nobody answers */
    Secret asked(String question) {
        return twice(question)
                .map(typed -> Secret.of(new String(typed)))
                .orElseThrow(() ->
                        new NothingToWorkOn("Something is asked for, and nobody answers.", "Run it in a terminal."));
    }

    private Optional<char[]> twice(String question) {
        Optional<char[]> typed = secrets.ask("New: " + question);
        Optional<char[]> again = typed.flatMap(unused -> secrets.ask("Again: " + question));
        if (typed.isPresent()
                && !again.filter(second -> Arrays.equals(second, typed.get())).isPresent()) {
            throw new NothingToWorkOn("The two are not the same.", "Try again.");
        }
        return typed;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
