package dockdsl.value;

import java.time.Duration;
import java.util.List;

/** A proof, asked for after a container started, that it does its work. */
public sealed interface Check {
    Duration USUAL_PATIENCE = Duration.ofSeconds(60);

    /** How long to keep asking before the container counts as failed. */
    Duration within();

    /**
     * A page that answers with a status.
     *
     * @param port the port inside the container; 0 means the only one it publishes or exposes
     * @param status the expected HTTP status, 100 to 599
     * @param contains text that the page has to contain; may be empty
     */
    record Http(String path, int port, int status, String contains, Duration within) implements Check {
        public Http {
            if (!path.startsWith("/")) {
                throw new Malformed(
                        "'" + path + "' is not the path of a page", "Begin it with a slash: http('/health').");
            }
            if (status < 100 || status > 599) {
                throw new Malformed(status + " is not an HTTP status", "Write a number from 100 to 599, usually 200.");
            }
        }

        @Override
        public String toString() {
            return "GET " + path + " answers " + status;
        }
    }

    /** A port inside the container that accepts connections; 0 means the only one it publishes or exposes. */
    record Tcp(int port, Duration within) implements Check {
        @Override
        public String toString() {
            return "port " + (port == 0 ? "" : port + " ") + "accepts connections";
        }
    }

    /** A command in the container that ends with 0. */
    record Exec(List<String> command, Duration within) implements Check {
        public Exec {
            command = List.copyOf(command);
            if (command.isEmpty()) {
                throw new Malformed(
                        "a check by command names the command", "Write for example exec('redis-cli', 'ping').");
            }
        }

        @Override
        public String toString() {
            return "`" + String.join(" ", command) + "` succeeds";
        }
    }
}
