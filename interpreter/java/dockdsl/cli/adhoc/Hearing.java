package dockdsl.cli.adhoc;

import dockdsl.adhoc.Heard;

/** Shows what is heard of places where a command runs; is called by many threads. */
public interface Hearing {
    void heard(Heard heard);

    /** Nothing more will be heard. @param exitCode the largest of all */
    void over(int exitCode);
}
