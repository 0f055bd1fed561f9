package dockdsl.run;

import dockdsl.host.Engine;
import dockdsl.host.EngineConnector;
import dockdsl.host.HostConnector;
import dockdsl.host.HostSession;
import dockdsl.host.Shell;
import dockdsl.model.Host;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.plan.Action;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One host that somebody works on by hand, outside of any run over the fleet. The session stays its owner's. */
public final class SingleHost implements AutoCloseable {
    private final HostSession session;
    private final Engine engine;
    private final Site site;
    private final StepRunner steps;

    /** @param here the shell of the machine that dockdsl runs on */
    public SingleHost(Host host, HostSession session, EngineConnector engines, Site site, Shell here) {
        this.session = session;
        this.engine = engines.engine(session);
        this.site = site;
        this.steps = new StepRunner(new FleetHost(host, session, engine), site, here);
    }

    public HostSnapshot observe() {
        return engine.observe(Interests.of(site, session.host()));
    }

    /** Where hosts find each other, as far as that is known without asking the others. */
    public Map<String, String> addresses(Collection<Host> hosts, HostConnector connector) {
        return Addresses.of(
                hosts,
                name -> name.equals(session.host()) ? Optional.of(session.address()) : Optional.empty(),
                connector);
    }

    /** @param progress gets short lines such as {@code 3 of 7 layers} */
    public void perform(Action action, Consumer<String> progress) {
        steps.run(action, progress, progress);
    }

    @Override
    public void close() {
        engine.close();
    }
}
