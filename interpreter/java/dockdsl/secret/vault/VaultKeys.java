package dockdsl.secret.vault;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.UsageMistake;
import dockdsl.value.Malformed;
import dockdsl.value.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The passwords of Ansible Vault that a run has. Of several, those with the id of the text are tried first, then the others. */
public final class VaultKeys {
    private static final String HOW_TO_GIVE =
            "Name the password's file, `--vault-password-file FILE` or `--vault-id %s@FILE`, "
                    + "set ANSIBLE_VAULT_PASSWORD_FILE, or be asked: `--ask-vault-pass`.";

    private final List<VaultIdentity> identities;

    VaultKeys(List<VaultIdentity> identities) {
        this.identities = List.copyOf(identities);
    }

    /** The same, which tell of every password that they take out. */
    public VaultKeys telling(UnaryOperator<Secret> told) {
        return new VaultKeys(
                identities.stream().map(identity -> identity.telling(told)).toList());
    }

    public boolean isEmpty() {
        return identities.isEmpty();
    }

    /** Why a password can't be read, as far as that shows before its file is opened. */
    public Optional<NothingToWorkOn> missing() {
        return identities.stream()
                .flatMap(identity -> identity.missing().stream())
                .findFirst();
    }

    /** Whether these bytes are what Ansible Vault writes. */
    public static boolean isVault(String text) {
        return VaultText.isVault(text);
    }

    /**
     * Decrypts.
     *
     * @param what it is, for messages: {@code The file secrets/production.vault}
     * @throws NothingToWorkOn when no password fits, or there is none, or it is no text of Ansible Vault
     */
    public Secret open(String text, String what) {
        VaultText vault = parsed(text, what);
        if (identities.isEmpty()) {
            throw new NothingToWorkOn(
                    what + " is encrypted with Ansible Vault (id " + vault.id() + "), and no password is given.",
                    HOW_TO_GIVE.formatted(vault.id()));
        }
        return passwords(vault.id())
                .flatMap(password -> VaultCipher.decrypted(vault, password.reveal()).stream())
                .findFirst()
                .map(Secret::of)
                .orElseThrow(() -> new NothingToWorkOn(
                        what + " can't be decrypted: none of these passwords fits: " + tried(vault.id()) + ".",
                        "Its id is " + vault.id() + ". Check the password, or name another: `--vault-id " + vault.id()
                                + "@FILE`."));
    }

    /**
     * Encrypts something else as a text was: with the same id, and the password that opens it.
     *
     * @throws NothingToWorkOn when no password fits
     */
    public String encryptLike(String before, Secret plain, String what) {
        VaultText vault = parsed(before, what);
        return passwords(vault.id())
                .filter(password ->
                        VaultCipher.decrypted(vault, password.reveal()).isPresent())
                .findFirst()
                .map(password -> VaultCipher.encrypted(plain.reveal(), password.reveal(), vault.id())
                        .text())
                .orElseThrow(() -> new NothingToWorkOn(what + " can't be decrypted.", "Check the password."));
    }

    private Stream<Secret> passwords(String id) {
        return inOrder(id).flatMap(identity -> identity.password().stream());
    }

    private static VaultText parsed(String text, String what) {
        try {
            return VaultText.parse(text);
        } catch (Malformed wrong) {
            throw new NothingToWorkOn(what + " " + wrong.getMessage() + ".", wrong.remedy(), wrong);
        }
    }

    private Stream<VaultIdentity> inOrder(String id) {
        return Stream.concat(
                identities.stream().filter(identity -> identity.id().equals(id)),
                identities.stream().filter(identity -> !identity.id().equals(id)));
    }

    private String tried(String id) {
        return inOrder(id).map(VaultIdentity::toString).collect(Collectors.joining(", "));
    }

    /**
     * Encrypts as {@code ansible-vault} does.
     *
     * @param id whose password to take; else the only one
     * @throws UsageMistake when there is no such id, or several and none is named
     * @throws NothingToWorkOn when the password can't be had
     */
    public String encrypt(Secret plain, Optional<String> id) {
        VaultIdentity identity = chosen(id);
        Secret password = identity.password()
                .orElseThrow(() -> new NothingToWorkOn(
                        "There is no password with the id " + identity + ".", "Ask for another id."));
        return VaultCipher.encrypted(plain.reveal(), password.reveal(), identity.id())
                .text();
    }

    private VaultIdentity chosen(Optional<String> id) {
        if (identities.isEmpty()) {
            throw new NothingToWorkOn(
                    "No password is given to encrypt with.", HOW_TO_GIVE.formatted(id.orElse(VaultText.DEFAULT_ID)));
        }
        List<VaultIdentity> fitting = identities.stream()
                .filter(identity -> id.isEmpty() || identity.id().equals(id.get()))
                .toList();
        boolean oneId = fitting.stream().map(VaultIdentity::id).distinct().count() == 1;
        if (!oneId) {
            String ids = identities.stream().map(VaultIdentity::id).distinct().collect(Collectors.joining(", "));
            throw new UsageMistake(
                    id.isPresent()
                            ? "There is no password with the id " + id.get() + ", only " + ids + "."
                            : "There are passwords with several ids: " + ids + ".",
                    "Say which to encrypt with: `--encrypt-vault-id "
                            + identities.getFirst().id() + "`.");
        }
        return fitting.getFirst();
    }
}
