package dockdsl.docker;

import dockdsl.problem.HostFailed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The engine was reached, understood, and said no. */
final class EngineRefused extends HostFailed {
    private static final long serialVersionUID = 1L;

    private static final Pattern BIND = Pattern.compile("Bind for \\S*:(\\d{1,5}) failed");

    private final transient Refusal refusal;

    EngineRefused(String host, String failure, Refusal refusal, String remedy) {
        super(host, failure + ": " + refusal.message(), remedy);
        this.refusal = refusal;
    }

    boolean hasStatus(int status) {
        return refusal.status() == status;
    }

    boolean says(String words) {
        return refusal.says(words);
    }

    /** What the engine said, without what it was asked for. */
    String words() {
        return refusal.message();
    }

    /** The port in an address of which the engine says {@code Bind for 0.0.0.0:80 failed}. */
    Optional<Integer> port() {
        Matcher address = BIND.matcher(refusal.message());
        return address.find() ? Optional.of(Integer.valueOf(address.group(1))) : Optional.empty();
    }
}
