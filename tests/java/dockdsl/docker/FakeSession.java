package dockdsl.docker;

import dockdsl.docker.http.FakeEngine;
import dockdsl.host.Duplex;
import dockdsl.host.QuietSession;

/** A session with web1, where nothing but this engine answers. */
record FakeSession(FakeEngine engine) implements QuietSession {
    @Override
    public String host() {
        return "web1";
    }

    @Override
    public Duplex dialEngine() {
        return engine.dial();
    }
}
