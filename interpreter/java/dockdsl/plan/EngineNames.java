package dockdsl.plan;

import java.util.List;

/** The names that dockdsl gives to things on a host beside the user's own. */
public final class EngineNames {
    private static final String INCOMING = ".dockdsl-new";
    private static final String OUTGOING = ".dockdsl-old";
    private static final String FILLING = ".dockdsl-fill";

    private EngineNames() {}

    /** A container that is made ready to take the place of another. */
    static String incoming(String container) {
        return container + INCOMING;
    }

    /** A container that made room for another and is kept until that one is well. */
    public static String outgoing(String container) {
        return container + OUTGOING;
    }

    /** A container that never starts, through which files come into the volume of another. */
    static String filling(String container) {
        return container + FILLING;
    }

    public static boolean isFilling(String name) {
        return name.endsWith(FILLING);
    }

    /** Whether nothing can be lost with it: it was being made ready. */
    static boolean isUnfinished(String name) {
        return name.endsWith(INCOMING) || isFilling(name);
    }

    /** Whether it stands in for another one while a run changes that, and an interrupted run may have left it. */
    public static boolean isTemporary(String name) {
        return !base(name).equals(name);
    }

    /** The name of the container that a temporary one stands in for; other names as they are. */
    public static String base(String name) {
        for (String suffix : List.of(INCOMING, OUTGOING, FILLING)) {
            if (name.endsWith(suffix)) {
                return name.substring(0, name.length() - suffix.length());
            }
        }
        return name;
    }

    /** The network in which the containers of a site find each other. */
    static String siteNetwork(String site) {
        return "dockdsl-" + site;
    }
}
