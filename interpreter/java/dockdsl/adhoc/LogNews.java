package dockdsl.adhoc;

import dockdsl.problem.DockdslException;
import dockdsl.problem.HostUnreachable;

/** Who is told what becomes of the places that logs are read from; from many threads. */
public interface LogNews {
    /** Something could not be read; the rest goes on. */
    void failed(DockdslException why);

    /** A host that is followed does not answer, or not any more, and is tried again; told once for each reason. */
    void lost(HostUnreachable why);

    /** A host that was lost is followed again. */
    void back(String host);

    /** All hosts that are followed were looked at, and none of the containers is there yet. */
    void nothingYet();
}
