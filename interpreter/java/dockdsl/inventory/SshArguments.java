package dockdsl.inventory;

import dockdsl.value.Malformed;
import dockdsl.value.ShellWords;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What arguments for OpenSSH say about the way to a host; those that say nothing about it are left alone.
 *
 * @param jump what {@code -J}, {@code -o ProxyJump=} or {@code -o ProxyCommand="ssh -W %h:%p bastion"} names
 * @param options all other settings, such as {@code StrictHostKeyChecking=no}; what {@code -F} names is an {@code Include}
 */
record SshArguments(
        Optional<String> jump,
        Optional<Integer> port,
        Optional<String> user,
        Optional<String> keyFile,
        List<String> options) {
    static final SshArguments NONE =
            new SshArguments(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    private static final String WITH_VALUE = "BbcDEeFIiJLlmOoPpQRSWw";

    /** @throws Malformed when a quote is open, or when the way leads through a program */
    static SshArguments read(String text) {
        return read(ShellWords.split(text), new ArrayList<>());
    }

    /** As in OpenSSH, what is said first counts. */
    SshArguments or(SshArguments later) {
        return new SshArguments(
                jump.or(later::jump),
                port.or(later::port),
                user.or(later::user),
                keyFile.or(later::keyFile),
                Stream.concat(options.stream(), later.options.stream()).toList());
    }

    /** @param others gets the words that are no options */
    private static SshArguments read(List<String> words, List<String> others) {
        SshArguments found = NONE;
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String word = rest.remove();
            if (!word.startsWith("-") || word.length() < 2) {
                others.add(word);
                continue;
            }
            int option = firstWithValue(word);
            if (option > 0) {
                String value =
                        option + 1 < word.length() ? word.substring(option + 1) : rest.isEmpty() ? "" : rest.remove();
                found = found.or(option(word.charAt(option), value));
            }
        }
        return found;
    }

    /** In {@code -qJ} it is {@code J} that takes a value. */
    private static int firstWithValue(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (WITH_VALUE.indexOf(word.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static SshArguments option(char option, String value) {
        return switch (option) {
            case 'J' -> jump(value);
            case 'p' -> port(value);
            case 'l' -> user(value);
            case 'i' -> key(value);
            case 'o' -> setting(value);
            case 'F' -> option("Include", "\"" + (value.equals("none") ? "/dev/null" : value) + "\"");
            default -> NONE;
        };
    }

    private static SshArguments setting(String text) {
        String[] parts = text.strip().split("\\s*=\\s*|\\s+", 2);
        String value = parts.length > 1 ? parts[1].strip() : "";
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "proxyjump" -> jump(value);
            case "port" -> port(value);
            case "user" -> user(value);
            case "identityfile" -> key(value);
            case "proxycommand" -> proxy(value);
            default -> value.isEmpty() ? NONE : option(parts[0], value);
        };
    }

    private static SshArguments jump(String value) {
        return value.isBlank() || value.equalsIgnoreCase("none")
                ? option("ProxyJump", "none")
                : new SshArguments(Optional.of(value), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    private static SshArguments port(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535) {
            throw new Malformed("the port is '" + value + "'", "A port is a number from 1 to 65535.");
        }
        return new SshArguments(
                Optional.empty(), Optional.of(Integer.valueOf(value)), Optional.empty(), Optional.empty(), List.of());
    }

    private static SshArguments user(String value) {
        return new SshArguments(Optional.empty(), Optional.empty(), Optional.of(value), Optional.empty(), List.of());
    }

    private static SshArguments key(String value) {
        return new SshArguments(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(value), List.of());
    }

    /** {@code ssh -W %h:%p user@bastion} is a jump, which needs no program; any other command is run as it is. */
    private static SshArguments proxy(String command) {
        if (command.isBlank() || command.equalsIgnoreCase("none")) {
            return program("none");
        }
        List<String> words = ShellWords.split(command);
        if (words.size() < 3 || !words.getFirst().matches("(.*/)?ssh") || !command.matches(".*-\\w*W\\s*\\S+.*")) {
            return program(command);
        }
        List<String> others = new ArrayList<>();
        SshArguments inner = read(words.subList(1, words.size()), others);
        String bastion = others.isEmpty() ? "" : others.getFirst();
        if (bastion.isEmpty() || inner.jump.isPresent() || inner.keyFile.isPresent() || !inner.options.isEmpty()) {
            return program(command);
        }
        String user =
                bastion.contains("@") ? "" : inner.user.map(name -> name + "@").orElse("");
        return jump(user + bastion + inner.port.map(port -> ":" + port).orElse(""));
    }

    private static SshArguments program(String command) {
        return option("ProxyCommand", command);
    }

    private static SshArguments option(String keyword, String value) {
        return new SshArguments(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(keyword + "=" + value));
    }
}
