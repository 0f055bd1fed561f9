package dockdsl.ssh;

import dockdsl.host.Command;
import dockdsl.model.Host;
import dockdsl.problem.HostFailed;
import dockdsl.value.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The way to root on one host for a user who is somebody else.
 *
 * <p>A password goes over standard input, only as the answer to a question that this run has made up, and never twice when
 * it is wrong. The command's own input begins when the command has said that it runs, so that neither can be taken for the
 * other.
 */
final class Sudo {
    /** Sudo has no words but English for us; {@code env} and not the shell sets it, whatever shell that is. */
    private static final String ENGLISH = "env LC_ALL=C ";

    private final Destination to;
    private final Channels channels;
    private final RefusedPasswords refused;
    private boolean proven;

    Sudo(Destination to, Channels channels, RefusedPasswords refused) {
        this.to = to;
        this.channels = channels;
        this.refused = refused;
    }

    boolean isNeeded() {
        return !to.user().equals("root");
    }

    boolean isForbidden() {
        return to.sudo().use() == Host.Sudo.Use.NEVER;
    }

    boolean hasPassword() {
        return to.sudo().password().isPresent();
    }

    /** A command line that runs the script as root where no password is asked for, and fails at once where one is. */
    static String withoutPassword(String script) {
        return "sudo -n -- /bin/sh -c " + Command.quoted(script);
    }

    /**
     * Starts a script as root, with the password.
     *
     * @param errors where its standard error goes
     * @param prepared sets up the channel before it is opened
     * @throws HostFailed when sudo refuses
     */
    ExecChannel open(String script, OutputStream errors, UnaryOperator<ExecChannel> prepared, Duration within)
            throws IOException {
        var talk = new AtomicReference<SudoTalk>();
        return begun(
                () -> {
                    talk.set(new SudoTalk(errors));
                    return prepared.apply(listening(script, talk.get()));
                },
                talk::get,
                opened -> {},
                within);
    }

    /** Until the password is proven, one command after the other: a wrong one is tried once. */
    private ExecChannel begun(
            Supplier<ExecChannel> command, Supplier<SudoTalk> talk, Consumer<ExecChannel> opened, Duration within)
            throws IOException {
        if (isProven()) {
            return talked(command, talk, opened, within);
        }
        synchronized (this) {
            var channel = talked(command, talk, opened, within);
            proven = true;
            return channel;
        }
    }

    /**
     * As {@link #open}, with standard error left to be read; also where no password is known.
     *
     * @throws HostFailed when sudo refuses
     */
    Launched launch(String script, Duration within) throws IOException {
        var errors = new AtomicReference<SudoErrors>();
        var channel = begun(
                () -> {
                    errors.set(new SudoErrors());
                    return new ExecChannel(line(script, errors.get().talk()));
                },
                () -> errors.get().talk(),
                opened -> errors.get().listenTo(opened.getInvertedErr()),
                within);
        return new Launched(channel, errors.get().ofCommand());
    }

    /** A command that runs as root, and what it writes to standard error. */
    record Launched(ExecChannel channel, InputStream errors) {}

    private synchronized boolean isProven() {
        return proven;
    }

    private ExecChannel talked(
            Supplier<ExecChannel> command, Supplier<SudoTalk> talk, Consumer<ExecChannel> opened, Duration within)
            throws IOException {
        if (refused.contains(place(), to.sudo().password())) {
            throw refusal().wrongPassword();
        }
        var deadline = Deadline.in(within);
        var channel = channels.openCommand(command, within);
        opened.accept(channel);
        try {
            begin(channel, talk.get(), deadline);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close(true);
            throw e;
        }
    }

    private ExecChannel listening(String script, SudoTalk talk) {
        var channel = new ExecChannel(line(script, talk));
        channel.setErr(talk);
        channel.addCloseFutureListener(closed -> talk.ended());
        return channel;
    }

    /** Where no password is known, sudo fails at once if it wants one. */
    private String line(String script, SudoTalk talk) {
        return ENGLISH + "sudo " + (hasPassword() ? "-S -p " + talk.question() : "-n") + " -- /bin/sh -c "
                + Command.quoted("echo " + talk.sign() + " >&2; " + script);
    }

    private void begin(ExecChannel channel, SudoTalk talk, Deadline deadline) throws IOException {
        var word = talk.next(deadline);
        if (word == SudoTalk.Word.ASKS) {
            answer(channel, to.sudo().password().orElseThrow());
            word = talk.next(deadline);
        }
        switch (word) {
            case BEGINS -> {}
            case ASKS -> throw refused();
            case ENDS ->
                throw SudoRefusal.isWrongPassword(talk.said())
                        ? refused()
                        : refusal().of(talk.said());
            case NOTHING -> throw refusal().silent(talk.said());
        }
    }

    private static void answer(ExecChannel channel, Secret password) throws IOException {
        var input = channel.getInvertedIn();
        input.write((password.revealText() + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    private HostFailed refused() {
        refused.add(place(), to.sudo().password());
        return refusal().wrongPassword();
    }

    private String place() {
        return "sudo on " + to.way();
    }

    private SudoRefusal refusal() {
        return new SudoRefusal(to.host(), to.user());
    }
}
