package dockdsl.run;

import java.util.ArrayList;
import java.util.List;

/** Rollouts that hold together or not at all; what they replaced is kept until the last of them is through. */
final class Together {
    private final List<RolloutWalk> held = new ArrayList<>();
    private String broken = "";

    synchronized void hold(RolloutWalk walk) {
        held.add(walk);
    }

    /** @param why half a sentence: {@code app failed on web1} */
    synchronized void breakUp(String why) {
        if (broken.isEmpty()) {
            broken = why;
        }
    }

    /** Why they do not hold; empty as long as they do. */
    synchronized String broken() {
        return broken;
    }

    /** Takes back what was come to, the last first, so that what others need stays for as long as they do. */
    void takeBackIfBroken() {
        if (!broken().isEmpty()) {
            taken().reversed().forEach(walk -> walk.takeBack(broken()));
        }
    }

    void finish() {
        taken().forEach(RolloutWalk::finish);
    }

    private synchronized List<RolloutWalk> taken() {
        List<RolloutWalk> all = List.copyOf(held);
        held.clear();
        return all;
    }
}
