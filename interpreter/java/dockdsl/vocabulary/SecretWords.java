package dockdsl.vocabulary;

import java.util.List;

/** The word that declares a secret; sites and inventories have it, each for itself. */
public final class SecretWords {
    public static final Setting<List<SiteWords.NamedSecret>> SECRET = Setting.of(
                    "secret",
                    SiteKinds.SECRET,
                    "secret 'registry_password', from: env('REGISTRY_PASSWORD')",
                    "A value that nobody may see and where it comes from: env('NAME'), file('path'), command('pass show x'), prompt(), "
                            + "vault('file') of Ansible Vault, age('file'), kv('path', field: 'name') of HashiCorp Vault, or an encrypted "
                            + "variable of the inventory, from: vars.NAME. "
                            + "It is fetched when it is needed, once in a run, and never shown. "
                            + "The login of a registry and the passwords of hosts take it with `secret('NAME')`, a container with the word `secret`.")
            .alsoKnownAs("secrets")
            .adding(Kinds::joined);

    private SecretWords() {}
}
