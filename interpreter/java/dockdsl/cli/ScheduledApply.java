package dockdsl.cli;

import dockdsl.cli.line.Command;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.schedule.Scheduled;
import dockdsl.schedule.Times;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Makes of {@code schedule install} with its options the {@code apply} that means the same in another folder and environment. */
record ScheduledApply(Invocation invocation, Surroundings surroundings, RunPlace place) {
    /** Variables that say where things are, none of which is a secret. */
    private static final List<String> CARRIED = List.of(
            "XDG_STATE_HOME",
            "XDG_CACHE_HOME",
            "XDG_CONFIG_HOME",
            "DOCKDSL_JAVA_HOME",
            "DOCKDSL_JAVA_OPTS",
            "VAULT_ADDR",
            "VAULT_NAMESPACE");

    private static final List<String> CARRIED_FILES =
            List.of("ANSIBLE_VAULT_PASSWORD_FILE", "AGE_IDENTITY", "SSL_CERT_FILE");

    Scheduled at(Times times, Path program) {
        return new Scheduled(place.key(), times, folder(), environment(), command(program));
    }

    private Path folder() {
        return surroundings.folder().toAbsolutePath().normalize();
    }

    private SequencedMap<String, String> environment() {
        SequencedMap<String, String> environment = new LinkedHashMap<>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        for (String name : CARRIED) {
            said(name, environment, false);
        }
        for (String name : CARRIED_FILES) {
            said(name, environment, true);
        }
        return environment;
    }

    private void said(String name, SequencedMap<String, String> environment, boolean isFile) {
        String value = surroundings.environment().getOrDefault(name, "");
        if (!value.isBlank()) {
            environment.put(name, isFile ? absolute(value) : value);
        }
    }

    private List<String> command(Path program) {
        List<String> words = new ArrayList<>(
                List.of(program.toString(), Command.APPLY.word(), place.file().toString(), "--unattended"));
        place.environment().ifPresent(name -> add(Option.ENVIRONMENT, name, words));
        place.inventories().forEach(source -> add(Option.INVENTORY, source, words));
        for (Option option : List.of(
                Option.LIMIT,
                Option.TAGS,
                Option.FORKS,
                Option.VAR,
                Option.SPLAY,
                Option.MAX_RUNTIME,
                Option.LOCK_WAIT,
                Option.LOCKED,
                Option.PRUNE,
                Option.ACCEPT_NEW,
                Option.VAULT_ID,
                Option.VAULT_PASSWORD_FILE,
                Option.AGE_IDENTITY)) {
            invocation.all(option).forEach(value -> add(option, seenFromAnywhere(option, value), words));
        }
        return words;
    }

    private static void add(Option option, String value, List<String> words) {
        if (value.startsWith("-")) {
            words.add(option.spelled() + "=" + value);
        } else {
            words.add(option.spelled());
            if (option.takesValue()) {
                words.add(value);
            }
        }
    }

    private String seenFromAnywhere(Option option, String value) {
        return switch (option) {
            case VAULT_PASSWORD_FILE, AGE_IDENTITY -> absolute(value);
            case VAR, LIMIT -> value.startsWith("@") ? "@" + absolute(value.substring(1)) : value;
            case VAULT_ID -> {
                int at = value.indexOf('@');
                yield value.endsWith("prompt") ? value : value.substring(0, at + 1) + absolute(value.substring(at + 1));
            }
            default -> value;
        };
    }

    private String absolute(String path) {
        return path.startsWith("~/") ? path : RunPlace.absolute(folder(), path);
    }
}
