package dockdsl.lang;

import dockdsl.model.Notifier;
import dockdsl.problem.SourceRef;
import dockdsl.value.Secret;
import dockdsl.vocabulary.NotifyWords.Listener;
import dockdsl.vocabulary.NotifyWords.Text;
import dockdsl.vocabulary.NotifyWords.Way;
import java.net.URI;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a {@code notify} block says becomes a {@link Notifier}. */
record NotifierDraft(NamedSecrets secrets) {

    Notifier notifier(Placed<Listener> placed) {
        Listener said = placed.value();
        return new Notifier(
                name(said.way()), way(said.way(), placed.where()), said.on(), said.timeout(), placed.where());
    }

    private Notifier.Way way(Way said, SourceRef where) {
        return switch (said) {
            case Way.Program program -> new Notifier.Way.Program(program.command());
            case Way.Slack slack -> new Notifier.Way.Slack(secret(slack.url(), where));
            case Way.Webhook webhook -> webhook(webhook, where);
            case Way.Mail mail -> mail(mail, where);
        };
    }

    private Notifier.Way webhook(Way.Webhook said, SourceRef where) {
        SortedMap<String, Secret> headers = new TreeMap<>();
        said.headers().forEach((name, value) -> headers.put(name, secret(value, where)));
        return new Notifier.Way.Webhook(secret(said.url(), where), headers);
    }

    private Notifier.Way mail(Way.Mail said, SourceRef where) {
        Optional<Notifier.Login> login = said.password()
                .map(password -> new Notifier.Login(said.username().orElseThrow(), secret(password, where)));
        return new Notifier.Way.Mail(said.to(), said.from(), said.host(), said.port(), login, said.tls());
    }

    private Secret secret(Text said, SourceRef where) {
        return switch (said) {
            case Text.Plain plain -> Secret.of(plain.text());
            case Text.Hidden hidden ->
                secrets.take(hidden.secret().name(), where).withoutLineBreak();
        };
    }

    private static String name(Way said) {
        return switch (said) {
            case Way.Program program -> "command " + program.command().getFirst();
            case Way.Slack slack -> "slack " + name(slack.url());
            case Way.Webhook webhook -> "webhook " + name(webhook.url());
            case Way.Mail mail -> "email to " + String.join(", ", mail.to());
        };
    }

    /** Paths of such addresses often are the secret, even where nobody says so. */
    private static String name(Text address) {
        return switch (address) {
            case Text.Plain plain -> host(plain.text());
            case Text.Hidden hidden -> "of secret '" + hidden.secret().name() + "'";
        };
    }

    private static String host(String address) {
        try {
            return String.valueOf(URI.create(address).getHost());
        } catch (IllegalArgumentException odd) {
            return "";
        }
    }
}
