package dockdsl.ssh;

import dockdsl.problem.HostUnreachable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of ssh_config(5), such as {@code %h}, and what they stand for; those that are not known stay as they are. */
record Tokens(SshConfigSettings said, LocalUser localUser) {
    private static final Pattern PLAIN_WORD = Pattern.compile("(?!-)[^\\s\\p{Cntrl}'`\"$;&<>|(){}]*(?<!\\\\)");
    private static final Pattern TOKEN = Pattern.compile("%(.)");
    private static final Pattern TOKEN_OR_VARIABLE = Pattern.compile("%(.)|\\$\\{(\\w+)}");

    /**
     * For commands, which a shell is going to run.
     *
     * @throws HostUnreachable when an address or a user would be more to the shell than a word
     */
    String fillCommand(String text) {
        return TOKEN.matcher(text).replaceAll(token -> Matcher.quoteReplacement(word(token, text)));
    }

    /** For names of files, in which variables of the environment count too, as in <code>${HOME}</code>. */
    String fill(String text) {
        return TOKEN_OR_VARIABLE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null
                                ? localUser.environment().getOrDefault(found.group(2), found.group())
                                : value(found)));
    }

    /** Inventories may be made of names that strangers choose, and OpenSSH refuses the same ones since 9.6. */
    private String word(MatchResult token, String command) {
        var value = value(token);
        if ("hnkrj".contains(token.group(1)) && !PLAIN_WORD.matcher(value).matches()) {
            throw new HostUnreachable(
                    said.host(),
                    "`" + Spoken.firstWords(command) + "` of the SSH configuration is to be run with '" + value
                            + "', which a shell would take for more than a name",
                    "Check address and user in the inventory.");
        }
        return value;
    }

    private String value(MatchResult token) {
        return value(token.group(1).charAt(0)).orElse(token.group());
    }

    private Optional<String> value(char token) {
        return switch (token) {
            case '%' -> Optional.of("%");
            case 'h' -> Optional.of(said.hostName());
            case 'n' -> Optional.of(said.host());
            case 'k' -> said.first("hostkeyalias").or(() -> Optional.of(said.host()));
            case 'r' -> Optional.of(user());
            case 'p' -> Optional.of(port());
            case 'j' -> Optional.of(jump());
            case 'u' -> Optional.of(localUser.name());
            case 'd' -> Optional.of(localUser.home().toString());
            case 'i' -> Optional.of(userId());
            case 'l' -> Optional.of(machine());
            case 'L' -> Optional.of(machine().split("\\.")[0]);
            case 'C' -> Optional.of(connection());
            default -> Optional.empty();
        };
    }

    private String user() {
        return said.first("user").orElse(localUser.name());
    }

    private String port() {
        return said.first("port").orElse("22");
    }

    private String jump() {
        return said.first("proxyjump")
                .filter(jump -> !jump.equalsIgnoreCase("none"))
                .orElse("");
    }

    private String userId() {
        try {
            return String.valueOf(Files.getAttribute(localUser.home(), "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private String connection() {
        try {
            var text = machine() + said.hostName() + port() + user() + jump();
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
