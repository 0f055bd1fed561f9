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
import java.util.function.BiFunction;

/** What a {@code notify} block says becomes a {@link Notifier}, once all secrets are known. */
record NotifierDraft(BiFunction<String, SourceRef, Optional<Secret>> secrets) {

    /** Empty when a secret is missing, which is told. */
    Optional<Notifier> notifier(SiteScope.Placed<Listener> placed) {
        Listener said = placed.value();
        return way(said.way(), placed.where())
                .map(way -> new Notifier(name(said.way()), way, said.on(), said.timeout(), placed.where()));
    }

    private Optional<Notifier.Way> way(Way said, SourceRef where) {
        return switch (said) {
            case Way.Program program -> Optional.of(new Notifier.Way.Program(program.command()));
            case Way.Slack slack -> secret(slack.url(), where).map(Notifier.Way.Slack::new);
            case Way.Webhook webhook -> webhook(webhook, where);
            case Way.Mail mail -> mail(mail, where);
        };
    }

    private Optional<Notifier.Way> webhook(Way.Webhook said, SourceRef where) {
        SortedMap<String, Secret> headers = new TreeMap<>();
        said.headers().forEach((name, value) -> secret(value, where).ifPresent(known -> headers.put(name, known)));
        return headers.size() < said.headers().size()
                ? Optional.empty()
                : secret(said.url(), where).map(url -> new Notifier.Way.Webhook(url, headers));
    }

    private Optional<Notifier.Way> mail(Way.Mail said, SourceRef where) {
        Optional<Notifier.Login> login = said.password()
                .flatMap(password -> secret(password, where))
                .map(password -> new Notifier.Login(said.username().orElseThrow(), password));
        return login.isPresent() == said.password().isPresent()
                ? Optional.of(
                        new Notifier.Way.Mail(said.to(), said.from(), said.host(), said.port(), login, said.tls()))
                : Optional.empty();
    }

    private Optional<Secret> secret(Text said, SourceRef where) {
        return switch (said) {
            case Text.Plain plain -> Optional.of(Secret.of(plain.text()));
            case Text.Hidden hidden ->
                secrets.apply(hidden.secret().name(), where).map(Secret::withoutLineBreak);
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
