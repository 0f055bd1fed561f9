package dockdsl.secret;

import dockdsl.problem.Nearest;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.secret.age.AgeKeys;
import dockdsl.secret.local.LocalFile;
import dockdsl.secret.vault.VaultKeys;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Encrypted files: each is opened once, however many secrets stand in it. */
public final class SealedFiles {
    private final Supplier<VaultKeys> vaultKeys;
    private final Supplier<AgeKeys> ageKeys;
    private final Function<String, Optional<Map<String, String>>> yaml;
    private final Map<String, Secret> opened = new HashMap<>();
    private final Map<String, Map<String, String>> fields = new HashMap<>();

    /** @param yaml the texts in YAML by their names, those of inner maps with dots; empty when it is none */
    public SealedFiles(
            Supplier<VaultKeys> vaultKeys,
            Supplier<AgeKeys> ageKeys,
            Function<String, Optional<Map<String, String>>> yaml) {
        this.vaultKeys = vaultKeys;
        this.ageKeys = ageKeys;
        this.yaml = yaml;
    }

    /** A file of Ansible Vault, or a value in it, or one that is encrypted by itself in a plain YAML file. */
    Secret vault(SecretOrigin.VaultFile vault) {
        Secret all = opened.computeIfAbsent(vault.path(), path -> openVault(path, vault.key()));
        return vault.key().map(key -> innerVault(vault.path(), key, all)).orElse(all);
    }

    Secret age(SecretOrigin.AgeFile age) {
        Secret all = opened.computeIfAbsent(age.path(), this::openAge);
        return age.key().map(key -> Secret.of(field(age.path(), key, all))).orElse(all);
    }

    /** What is not there: the file itself, or one with the password that is named for it. */
    Optional<NothingToWorkOn> missing(SecretOrigin.VaultFile vault) {
        return LocalFile.of(vault.path()).fault().or(() -> vaultKeys.get().missing());
    }

    /** What is not there: the file itself, or one with a key that is named for it. */
    Optional<NothingToWorkOn> missing(SecretOrigin.AgeFile age) {
        return LocalFile.of(age.path()).fault().or(() -> ageKeys.get().missing());
    }

    private Secret openVault(String path, Optional<String> key) {
        LocalFile file = LocalFile.of(path);
        byte[] bytes = file.bytes();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (VaultKeys.isVault(text)) {
            return vaultKeys.get().open(text, "The file " + file);
        }
        if (key.isPresent()) {
            return Secret.of(bytes);
        }
        throw new NothingToWorkOn(
                "The file " + file + " is not encrypted with Ansible Vault.",
                "Encrypt it: `ansible-vault encrypt " + file + "`.");
    }

    private Secret innerVault(String path, String key, Secret all) {
        String value = field(path, key, all);
        return VaultKeys.isVault(value)
                ? vaultKeys.get().open(value, "The value '" + key + "' in " + path)
                : Secret.of(value);
    }

    private Secret openAge(String path) {
        LocalFile file = LocalFile.of(path);
        return ageKeys.get().open(file.bytes(), "The file " + file);
    }

    /** The message may name the keys of the file, but no value. */
    private String field(String path, String key, Secret all) {
        Map<String, String> known = fields.computeIfAbsent(
                path,
                unused -> yaml.apply(all.revealText())
                        .orElseThrow(() -> new NothingToWorkOn(
                                "In the file " + path + " is no YAML with names and values, so there is no '" + key
                                        + "' in it.",
                                "Write it as NAME: VALUE, or leave out `key:` to get all of the file.")));
        String value = known.get(key);
        if (value == null) {
            String hint = Nearest.hint(key, known.keySet());
            throw new NothingToWorkOn(
                    "In the file " + path + " is no '" + key + "'.",
                    hint.isEmpty() ? "It has: " + String.join(", ", known.keySet()) + "." : hint);
        }
        return value;
    }
}
