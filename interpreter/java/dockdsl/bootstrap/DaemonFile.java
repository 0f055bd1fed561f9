package dockdsl.bootstrap;

import dockdsl.value.Tree;
import java.util.Optional;

/** The engine's settings file, {@value #PATH}, as it lies on a host. */
public sealed interface DaemonFile {
    String PATH = "/etc/docker/daemon.json";

    /** There is none, or an empty one. */
    record Absent() implements DaemonFile {}

    /**
     * @param text the file as it is, to put back
     * @param unread what the engine still has to do to have read it, because an earlier run was cut off before that
     */
    record Present(String text, Tree settings, Optional<Reading> unread) implements DaemonFile {}

    /** It is no JSON object, so nothing can be merged into it. */
    record Broken(String why) implements DaemonFile {}

    /** How an engine takes in changed settings, the gentler first. */
    enum Reading {
        RELOAD,
        RESTART
    }
}
