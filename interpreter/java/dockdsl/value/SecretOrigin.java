package dockdsl.value;

import java.util.List;
import java.util.Optional;

/** Where the bytes of a secret come from. */
public sealed interface SecretOrigin {
    /** A variable in the environment of dockdsl. */
    record Environment(String variable) implements SecretOrigin {
        public Environment {
            required(variable, "env('REDIS_PASSWORD')");
        }
    }

    /**
     * A file of this machine, byte by byte. A relative path starts at the site file.
     *
     * @param trim whether a line break at its end is left out
     */
    record PlainFile(String path, boolean trim) implements SecretOrigin {
        public PlainFile {
            required(path, "file('secrets/redis')");
        }
    }

    /**
     * A file that Ansible Vault has encrypted. A relative path starts at the site file.
     *
     * @param key the name under which the secret stands in the file; all of the file when there is none
     */
    record VaultFile(String path, Optional<String> key) implements SecretOrigin {
        public VaultFile {
            required(path, "vault('secrets/production.vault')");
        }
    }

    /**
     * A file that age has encrypted. A relative path starts at the site file.
     *
     * @param key the name under which the secret stands in the file; all of the file when there is none
     */
    record AgeFile(String path, Optional<String> key) implements SecretOrigin {
        public AgeFile {
            required(path, "age('secrets/production.age')");
        }
    }

    /**
     * A field of a secret in HashiCorp Vault.
     *
     * @param path as in Vault's HTTP interface, such as {@code secret/data/shop}
     * @param address of the server, such as {@code https://vault.example.com:8200}; else {@code VAULT_ADDR} says it
     * @param namespace of Vault Enterprise; else {@code VAULT_NAMESPACE} says it
     */
    record KeyValue(String path, String field, Optional<String> address, Optional<String> namespace)
            implements SecretOrigin {
        public KeyValue {
            required(path, "kv('secret/data/shop', field: 'password')");
            required(field, "kv('secret/data/shop', field: 'password')");
        }
    }

    /** A variable of the inventory. */
    record Variable(SecretVariable variable) implements SecretOrigin {}

    /** The user, who is asked without an echo. */
    record Prompt(String question) implements SecretOrigin {}

    /** What a command of this machine prints, without the line break at the end. */
    record Program(List<String> command) implements SecretOrigin {
        public Program {
            command = List.copyOf(command);
            if (command.isEmpty()) {
                required("", "command('pass show redis')");
            }
        }
    }

    private static void required(String text, String example) {
        if (text.isBlank()) {
            throw new Malformed("the source of the secret is empty", "Write for example " + example + ".");
        }
    }
}
