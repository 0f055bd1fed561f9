package dockdsl.docker;

import dockdsl.problem.HostFailed;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Removes a container, running or not, and comes back when its name is free again, whoever removed it. */
record Removal(EngineApi api, String container, boolean anonymousVolumes) {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long BETWEEN_LOOKS = Duration.ofMillis(50).toNanos();

    void run() {
        Target target = Target.of("containers", container).with("force", true).with("v", anonymousVolumes);
        try {
            api.run(Call.delete(purpose(), target).within(LONGEST));
        } catch (EngineRefused refused) {
            if (refused.says("is already in progress")) {
                awaitEnd();
            } else if (!refused.hasStatus(Refusal.NOT_FOUND)) {
                throw refused;
            }
        }
    }

    private String purpose() {
        return "remove the container " + container;
    }

    private void awaitEnd() {
        UntilDeadline clock = UntilDeadline.in(LONGEST);
        while (isThere()) {
            if (clock.isOver()) {
                throw new HostFailed(
                        api.host(),
                        "could not " + purpose() + ": the engine has been at it for " + clock.seconds() + " seconds",
                        "See `journalctl -u docker` on the host; something may keep its files busy.");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    private boolean isThere() {
        try {
            api.object(Call.get(purpose(), Target.of("containers", container, "json")));
            return true;
        } catch (EngineRefused refused) {
            if (refused.hasStatus(Refusal.NOT_FOUND)) {
                return false;
            }
            throw refused;
        }
    }
}
