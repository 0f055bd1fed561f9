package dockdsl.plan;

/**
 * A link that can't be filled in: nobody knows where the host is that it leads to.
 *
 * @param target the container that is linked to
 * @param host where that one is
 */
record LostLink(String target, String host) {
    String what() {
        return "its link '" + target + "' leads to " + host + ", and nobody knows that host's address";
    }

    String remedy() {
        return "There is no connection to " + host
                + " in this run, and its name has no address here. Say where other hosts reach it:"
                + " `privateAddress:` in the inventory.";
    }
}
