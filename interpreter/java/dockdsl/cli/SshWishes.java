package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Questions;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.problem.UsageMistake;
import dockdsl.ssh.HostKeyQuestions;
import dockdsl.ssh.Passphrases;
import dockdsl.ssh.SshSettings;
import dockdsl.ssh.UnknownHostKey;
import dockdsl.value.Secret;
import java.util.List;
import java.util.Optional;

/** What the user wants of SSH, and whom it may ask. */
record SshWishes(Invocation invocation, Surroundings surroundings, Questions questions, int forks) {
    SshSettings settings() {
        SshSettings ofUser = SshSettings.ofUser(surroundings.home(), surroundings.user(), surroundings.environment());
        ofUser.credentials().passphrase().ifPresent(this::hidden);
        return ofUser.withForks(forks)
                .asking(passphrases(), hostKeys())
                .with(
                        password(Option.ASK_PASS, "Password for SSH:"),
                        password(Option.ASK_BECOME_PASS, "Password for sudo:"));
    }

    private Optional<Secret> password(Option option, String question) {
        if (!invocation.has(option)) {
            return Optional.empty();
        }
        Optional<char[]> typed = canAsk() ? questions.hidden(Line.of(question)) : Optional.empty();
        return Optional.of(typed.map(String::valueOf)
                .map(Secret::of)
                .map(this::hidden)
                .orElseThrow(() -> new UsageMistake(
                        "`" + option.spelled() + "` asks for a password, and "
                                + (canAsk() ? "none was typed." : "there is no terminal to ask on."),
                        "Without a terminal, say in the inventory where the password comes from: "
                                + "`password: env('SSH_PASSWORD')`, `sudo: env('SUDO_PASSWORD')`,"
                                + " ansible_password or ansible_become_password.")));
    }

    private Secret hidden(Secret secret) {
        surroundings.screen().hide(secret);
        return secret;
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
                        .map(this::hidden)
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
