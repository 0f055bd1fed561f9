package dockdsl.value;

import java.util.List;

/** Where the bytes of a secret come from. */
public sealed interface SecretOrigin {
    /** A variable in the environment of dockdsl. */
    record Environment(String variable) implements SecretOrigin {
        public Environment {
            required(variable, "env('REDIS_PASSWORD')");
        }
    }

    /** A file of this machine; a line break at its end does not belong to the secret. A relative path starts at the site file. */
    record TextFile(String path) implements SecretOrigin {
        public TextFile {
            required(path, "file('secrets/redis')");
        }
    }

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
