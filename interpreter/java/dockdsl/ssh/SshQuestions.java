package dockdsl.ssh;

/** Whom to ask about what files don't tell. */
public record SshQuestions(Passphrases passphrases, HostKeyQuestions hostKeys) {
    public static final SshQuestions NOBODY_TO_ASK =
            new SshQuestions(Passphrases.nobodyToAsk(), HostKeyQuestions.refuse());
}
