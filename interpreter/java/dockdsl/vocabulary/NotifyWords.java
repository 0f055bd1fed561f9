package dockdsl.vocabulary;

import dockdsl.value.Durations;
import dockdsl.value.Malformed;
import dockdsl.value.Occasion;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The words of a {@code notify} block. */
public final class NotifyWords {
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(20);
    private static final String EXAMPLE_OF_SECRET =
            "secret('hook'), and say at the top level: secret 'hook', from: env('HOOK')";

    /** Text that is written in the file, or the secret that has it. */
    public sealed interface Text {
        record Plain(String text) implements Text {}

        record Hidden(SiteWords.SecretName secret) implements Text {}
    }

    /** How somebody is told. */
    public sealed interface Way {
        /** @param command one text is a line for the shell; several are a program and its arguments */
        record Program(List<String> command) implements Way {}

        record Slack(Text url) implements Way {}

        record Webhook(Text url, Map<String, Text> headers) implements Way {}

        /**
         * @param from empty for this machine
         * @param tls empty for whenever the server offers it
         */
        record Mail(
                List<String> to,
                Optional<String> from,
                String host,
                int port,
                Optional<String> username,
                Optional<Text> password,
                Optional<Boolean> tls)
                implements Way {}
    }

    /** One who is told. */
    public record Listener(Way way, Set<Occasion> on, Duration timeout) {}

    public static final Setting<List<Listener>> SLACK = listener(
                    "slack",
                    "the address of a hook: secret('hook')",
                    NotifyWords::slack,
                    "slack secret('hook'), on: [failure, recovery]",
                    "Posts to an incoming webhook of Slack, or of what takes the same: Mattermost, Rocket.Chat, Discord with `/slack` behind its address.")
            .alsoKnownAs("mattermost", "discord", "teams", "chat");

    public static final Setting<List<Listener>> WEBHOOK = listener(
                    "webhook",
                    "an address: 'https://example.com/hook'",
                    NotifyWords::webhook,
                    "webhook 'https://example.com/hook', headers: [Authorization: secret('token')], timeout: '10s'",
                    "Posts a JSON document to an address. Its fields are on the page `schedule` of the manual.")
            .alsoKnownAs("http", "url", "post", "hook");

    public static final Setting<List<Listener>> COMMAND = listener(
                    "command",
                    "a command: './tell.sh' or 'program', 'argument'",
                    arguments -> new Way.Program(Kinds.atLeastOne(arguments.flat(), "a command").stream()
                            .map(Arguments::text)
                            .toList()),
                    "command 'logger', '-t', 'dockdsl', on: change",
                    "Runs on this machine, in the folder dockdsl was started in, with the message on its standard input: one text is a line for "
                            + "the shell, several are a program and its arguments. DOCKDSL_SITE, DOCKDSL_OCCASION and DOCKDSL_SUMMARY say more.")
            .alsoKnownAs("exec", "script", "run", "shell");

    public static final Setting<List<Listener>> EMAIL = listener(
                    "email",
                    "to: 'ops@example.com', smtp: 'mail.example.com:587'",
                    NotifyWords::mail,
                    "email to: 'ops@example.com', smtp: 'mail.example.com:587', username: 'ci', password: secret('smtp')",
                    "Sends mail. `to:` may be a list; `from:` is this machine when not said. Port 465 speaks TLS from the beginning, others as soon "
                            + "as the server offers it. A password is only sent under TLS, unless `tls: false` says that there is none.")
            .alsoKnownAs("mail", "smtp", "mailto", "e_mail");

    public static final Block BLOCK = new Block(
            "notify",
            "Who is told when `apply` changes something, when something goes wrong and when it is right again: each trouble once, and once that "
                    + "it is over, however often runs come. `on:` says about what: change, failure, recovery, or a list of them; all when not "
                    + "said. `timeout:` is 20s when not said. That somebody could not be told is told, and fails no run.",
            "notify { slack secret('hook'), on: [failure, recovery] }",
            List.of("notifications", "notification", "alert", "alerts", "notifiers", "callbacks"),
            List.of(SLACK, WEBHOOK, COMMAND, EMAIL));

    private NotifyWords() {}

    private static Setting<List<Listener>> listener(
            String name, String expects, Function<Arguments, Way> way, String example, String doc) {
        Kind<List<Listener>> kind = new Kind<>(
                expects,
                List.of(
                        new Term(
                                "secret",
                                "secret('hook')",
                                "The secret of this name, which the top level declares.",
                                arguments -> new SiteWords.SecretName(
                                        Arguments.text(arguments.allowing().only("a secret's name")))),
                        Term.constant("change", Occasion.CHANGE, "Something was changed."),
                        Term.constant("failure", Occasion.FAILURE, "Something went wrong that was right before."),
                        Term.constant("recovery", Occasion.RECOVERY, "What was wrong is right again.")),
                arguments -> List.of(listener(arguments, way)),
                listeners -> new TreeMap<>());
        return Setting.of(name, kind, example, doc).adding(Kinds::joined);
    }

    private static Listener listener(Arguments arguments, Function<Arguments, Way> way) {
        Map<String, Object> own = new LinkedHashMap<>(arguments.named());
        Object on = own.remove("on");
        Object timeout = own.remove("timeout");
        return new Listener(
                way.apply(new Arguments(arguments.positional(), own)),
                on == null ? EnumSet.allOf(Occasion.class) : occasions(on),
                timeout == null ? USUAL_TIMEOUT : timeout(Arguments.text(timeout)));
    }

    private static Set<Occasion> occasions(Object on) {
        Collection<?> several = on instanceof Collection<?> list ? list : List.of(on);
        Set<Occasion> occasions = EnumSet.noneOf(Occasion.class);
        several.forEach(each ->
                occasions.add(each instanceof Occasion occasion ? occasion : Occasion.parse(Arguments.text(each))));
        if (occasions.isEmpty()) {
            throw new Malformed(
                    "'on:' is empty", "Write change, failure or recovery, or leave it out for all of them.");
        }
        return Collections.unmodifiableSet(occasions);
    }

    private static Duration timeout(String text) {
        Duration timeout = Durations.parse(text);
        if (!timeout.isPositive() || timeout.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new Malformed("a timeout of " + text + " makes no sense", "Write a time from 1s to 5m.");
        }
        return timeout;
    }

    private static Way slack(Arguments arguments) {
        return new Way.Slack(address(arguments.allowing("url")));
    }

    private static Way webhook(Arguments arguments) {
        Map<String, Text> headers = new LinkedHashMap<>();
        if (arguments.named().get("headers") instanceof Map<?, ?> said) {
            said.forEach((name, value) -> headers.put(header(String.valueOf(name)), text(value)));
        } else if (arguments.named().containsKey("headers")) {
            throw new Malformed("'headers:' has no names", "Write headers: [Authorization: secret('token')].");
        }
        return new Way.Webhook(address(arguments.allowing("url", "headers")), headers);
    }

    private static String header(String name) {
        if (!name.matches("[A-Za-z0-9-]+")) {
            throw new Malformed(
                    "'" + name + "' is no name of a header",
                    "Write for example headers: ['X-Token': secret('token')].");
        }
        return name;
    }

    private static Text address(Arguments arguments) {
        Object said = arguments.named().containsKey("url")
                ? arguments.named().get("url")
                : arguments.only("an address: 'https://example.com/hook' or " + EXAMPLE_OF_SECRET);
        Text address = text(said);
        if (address instanceof Text.Plain plain && !plain.text().matches("https?://[^\\s/]+\\S*")) {
            throw new Malformed(
                    "'" + plain.text() + "' is no address", "Write 'https://...', or " + EXAMPLE_OF_SECRET + ".");
        }
        return address;
    }

    private static Text text(Object said) {
        return said instanceof SiteWords.SecretName secret
                ? new Text.Hidden(secret)
                : new Text.Plain(Arguments.text(said));
    }

    private static Way mail(Arguments arguments) {
        Arguments known = arguments.allowing("to", "from", "smtp", "username", "password", "tls");
        Map<String, Object> named = known.named();
        if (!known.positional().isEmpty() || !named.containsKey("to") || !named.containsKey("smtp")) {
            throw new Malformed(
                    "mail needs who gets it and a server",
                    "Write to: 'ops@example.com', smtp: 'mail.example.com:587'.");
        }
        if (named.containsKey("username") != named.containsKey("password")) {
            throw new Malformed(
                    "a login is a username and a password", "Write username: 'ci', password: secret('smtp').");
        }
        String server = Arguments.text(named.get("smtp"));
        int colon = server.lastIndexOf(':');
        return new Way.Mail(
                recipients(named.get("to")),
                Optional.ofNullable(named.get("from")).map(Arguments::text).map(NotifyWords::mailAddress),
                host(colon < 0 ? server : server.substring(0, colon), server),
                port(colon < 0 ? "25" : server.substring(colon + 1), server),
                Optional.ofNullable(named.get("username")).map(Arguments::text),
                Optional.ofNullable(named.get("password")).map(NotifyWords::password),
                named.containsKey("tls") ? Optional.of(known.flag("tls")) : Optional.empty());
    }

    private static List<String> recipients(Object to) {
        Collection<?> several = to instanceof Collection<?> list ? list : List.of(to);
        return Kinds.atLeastOne(List.copyOf(several), "to: 'ops@example.com'").stream()
                .map(Arguments::text)
                .map(NotifyWords::mailAddress)
                .toList();
    }

    private static String mailAddress(String text) {
        if (!text.matches("[^\\s@<>]+@[^\\s@<>]+|[^<>\\r\\n]+ <[^\\s@<>]+@[^\\s@<>]+>")) {
            throw new Malformed("'" + text + "' is no address for mail", "Write for example 'ops@example.com'.");
        }
        return text;
    }

    private static String host(String host, String server) {
        if (!host.matches("[A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+]")) {
            throw new Malformed("'" + server + "' is no mail server", "Write host and port: 'mail.example.com:587'.");
        }
        return host;
    }

    private static int port(String digits, String server) {
        if (!digits.matches("\\d{1,5}") || Integer.parseInt(digits) > 65_535 || Integer.parseInt(digits) == 0) {
            throw new Malformed("'" + server + "' has no port", "Write host and port: 'mail.example.com:587'.");
        }
        return Integer.parseInt(digits);
    }

    private static Text password(Object value) {
        if (value instanceof SiteWords.SecretName secret) {
            return new Text.Hidden(secret);
        }
        throw new Malformed(
                "'password:' stands in the file for everybody to read",
                "Write password: secret('smtp'), and say at the top level: secret 'smtp', from: env('SMTP_PASSWORD').");
    }
}
