package dockdsl.notify;

import dockdsl.model.Notifier;
import dockdsl.model.Notifier.Way;
import dockdsl.problem.DockdslException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Brings messages to those who want them.
 *
 * @param folder in which commands run
 * @param environment in which {@code SSL_CERT_FILE} may say whose certificates are trusted
 */
public record Messenger(Path folder, Map<String, String> environment) {
    /** Returns when it is delivered. @throws NotTold when it is not, or not within the time of the notifier */
    public void tell(Notifier notifier, Message message) throws NotTold {
        FutureTask<Void> task = new FutureTask<>(work(notifier, message));
        Thread thread = Thread.ofVirtual().start(task);
        try {
            task.get(notifier.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new NotTold("it took longer than " + notifier.timeout().toSeconds() + "s", late);
        } catch (ExecutionException e) {
            throw reason(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTold("it was interrupted", e);
        } finally {
            thread.interrupt();
        }
    }

    /** Such as that there is no value of a secret. */
    private static NotTold reason(Throwable cause) {
        return switch (cause) {
            case NotTold known -> known;
            case DockdslException expected -> new NotTold(expected.getMessage(), expected);
            default -> new NotTold(cause.toString(), cause);
        };
    }

    private Callable<Void> work(Notifier notifier, Message message) {
        Trust trust = Trust.of(environment);
        return () -> {
            switch (notifier.way()) {
                case Way.Program program -> new ToldProgram(program.command(), folder).tell(message);
                case Way.Slack slack ->
                    Post.json(slack.url(), notifier.timeout(), trust).send(message.slack());
                case Way.Webhook webhook ->
                    Post.json(webhook.url(), notifier.timeout(), trust)
                            .with(webhook.headers())
                            .send(message.json());
                case Way.Mail mail -> Letter.by(mail, notifier.timeout(), trust).send(message);
            }
            return null;
        };
    }
}
