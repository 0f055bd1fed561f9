package dockdsl.run;

import dockdsl.host.QuietSession;

/** A session that nothing is asked of. */
record SilentSession(String host) implements QuietSession {}
