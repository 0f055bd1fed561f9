package dockdsl.cli.adhoc;

import dockdsl.adhoc.Heard;

/** Shows what is heard of the hosts; is called by many threads. */
public interface Hearing {
    void heard(Heard heard);

    /** Nothing more will be heard. */
    void over();
}
