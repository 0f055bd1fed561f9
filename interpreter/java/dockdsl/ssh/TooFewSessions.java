package dockdsl.ssh;

import java.io.IOException;

/** The host's sshd lets no further command run beside those that go on. */
final class TooFewSessions extends IOException {
    private static final long serialVersionUID = 1L;

    private static final String REMEDY = "Let its sshd allow more: `MaxSessions 10`, the default, in sshd_config; with"
            + " `AllowStreamLocalForwarding yes` the engine takes none of them.";

    TooFewSessions(int running) {
        super("the host lets only " + (running == 1 ? "one command" : running + " commands")
                + " run at once (MaxSessions in its sshd_config)");
    }

    /** What to do about a failure, where this is its reason. */
    static String remedy(IOException e) {
        return e instanceof TooFewSessions ? REMEDY : "";
    }
}
