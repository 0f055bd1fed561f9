package dockdsl.run;

import dockdsl.bootstrap.BootstrapPlan;
import dockdsl.bootstrap.Bootstrapper;
import dockdsl.host.EngineUnavailable;
import dockdsl.host.Shell;
import dockdsl.model.Site;
import dockdsl.observed.EngineInfo;
import dockdsl.observed.HostSnapshot;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What was found on one host.
 *
 * @param snapshot nothing at all when the host has no engine that answers
 * @param bootstrap what it takes to make the engine what the site asks for
 * @param asleep whether it has an engine that does not answer, so that nobody knows what is there
 */
record Findings(HostSnapshot snapshot, BootstrapPlan bootstrap, boolean asleep) {

    /** Looks, and changes nothing. */
    static Findings on(FleetHost host, Site site, Bootstrapper bootstrapper, Consumer<Event> events) {
        Stopwatch watch = Stopwatch.started();
        Findings findings = look(host, site, bootstrapper);
        events.accept(new Event.Observed(host.name(), watch.time()));
        return findings;
    }

    private static Findings look(FleetHost host, Site site, Bootstrapper bootstrapper) {
        Shell shell = host.session().shell();
        try {
            HostSnapshot snapshot = host.engine().observe(Interests.of(site, host.name()));
            String version = snapshot.engine().version();
            return new Findings(snapshot, bootstrapper.planRunning(host.name(), shell, site.docker(), version), false);
        } catch (EngineUnavailable none) {
            BootstrapPlan bootstrap = bootstrapper.plan(host.name(), shell, site.docker());
            if (bootstrap instanceof BootstrapPlan.Nothing) {
                throw none;
            }
            return new Findings(nothingOn(host), bootstrap, none.isAsleep());
        }
    }

    private static HostSnapshot nothingOn(FleetHost host) {
        EngineInfo none = new EngineInfo("", "");
        return new HostSnapshot(host.name(), host.session().address(), none, List.of(), Map.of(), List.of(), List.of());
    }

    String host() {
        return snapshot.host();
    }

    boolean needBootstrap() {
        return !(bootstrap instanceof BootstrapPlan.Nothing);
    }
}
