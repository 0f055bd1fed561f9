package dockdsl.model;

import dockdsl.problem.SourceRef;
import dockdsl.value.Occasion;
import dockdsl.value.Secret;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Somebody who is told of runs.
 *
 * @param name for people, and to know who was told: without any secret
 * @param on about what
 * @param timeout for all of one message
 */
public record Notifier(String name, Way way, Set<Occasion> on, Duration timeout, SourceRef where) {
    public Notifier {
        on = Collections.unmodifiableSet(EnumSet.copyOf(on));
    }

    /** How. */
    public sealed interface Way {
        /** @param command one text is a line for the shell; several are a program and its arguments */
        record Program(List<String> command) implements Way {
            public Program {
                command = List.copyOf(command);
            }
        }

        /** What Slack calls an incoming webhook. */
        record Slack(Secret url) implements Way {}

        record Webhook(Secret url, SortedMap<String, Secret> headers) implements Way {
            public Webhook {
                headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
            }
        }

        /**
         * @param from empty for this machine
         * @param tls whether it has to be; empty for whenever the server offers it
         */
        record Mail(
                List<String> to,
                Optional<String> from,
                String host,
                int port,
                Optional<Login> login,
                Optional<Boolean> tls)
                implements Way {
            public Mail {
                to = List.copyOf(to);
            }
        }
    }

    /** Whom a mail server knows. */
    public record Login(String username, Secret password) {}
}
