package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Questions;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.ssh.HostKeyQuestions;
import dockdsl.ssh.Passphrases;
import dockdsl.ssh.SshSettings;
import dockdsl.ssh.UnknownHostKey;
import dockdsl.value.Secret;
import java.util.List;

/** What the user wants of SSH, and whom it may ask. */
record SshWishes(Invocation invocation, Surroundings surroundings, Questions questions, int forks) {
    SshSettings settings() {
        return SshSettings.ofUser(surroundings.home(), surroundings.user(), surroundings.environment())
                .withForks(forks)
                .asking(passphrases())
                .deciding(hostKeys());
    }

    private boolean canAsk() {
        return surroundings.interactive() && !invocation.has(Option.JSON);
    }

    private Passphrases passphrases() {
        return canAsk()
                ? file -> questions
                        .hidden(Line.of("Passphrase of " + file + ":"))
                        .map(String::valueOf)
                        .map(Secret::of)
                : Passphrases.nobodyToAsk();
    }

    private HostKeyQuestions hostKeys() {
        if (invocation.has(Option.ACCEPT_NEW)) {
            return HostKeyQuestions.acceptNew();
        }
        return canAsk() ? this::asked : HostKeyQuestions.refuse();
    }

    private boolean asked(UnknownHostKey key) {
        Line who = Line.of("The host ")
                .and(Tone.STRONG, key.host())
                .and(" (" + key.address() + ") is met for the first time. Its " + key.type() + " key is");
        Line fingerprint = Line.of(Tone.STRONG, "    " + key.fingerprint());
        return questions.yes(List.of(who, fingerprint), Line.of("Is this the right host?"));
    }
}
