package dockdsl.run;

import dockdsl.host.DiaryEngine;
import dockdsl.host.Interest;
import dockdsl.model.Hosts;
import dockdsl.model.RegistrySpec;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostFailed;
import dockdsl.value.ImageRef;
import dockdsl.value.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes every call in a diary that several hosts share, and fails where it is told to. */
final class RecordingEngine extends DiaryEngine {
    private final String host;
    private final List<String> diary;
    private final Map<String, DockdslException> failures = new HashMap<>();
    private final Map<String, Tree> details = new HashMap<>();
    private List<String> warnings = List.of();

    RecordingEngine(String host, List<String> diary) {
        this.host = host;
        this.diary = diary;
    }

    String host() {
        return host;
    }

    /** The host that has this engine, with a session that nothing is asked of. */
    FleetHost ofHost() {
        return new FleetHost(Hosts.named(host), new SilentSession(host), this);
    }

    void failsAt(String call) {
        failsAt(call, new HostFailed(host, "no " + call, ""));
    }

    void failsAt(String call, DockdslException how) {
        failures.put(call, how);
    }

    void has(String container, Map<String, Object> detail) {
        details.put(container, new Tree(detail));
    }

    @Override
    protected void note(String call) {
        diary.add(host + ": " + call);
        if (failures.containsKey(call)) {
            throw failures.get(call);
        }
    }

    void warns(String what) {
        warnings = List.of(what);
    }

    @Override
    public Created create(String name, Tree body) {
        return new Created(super.create(name, body).id(), warnings);
    }

    @Override
    public HostSnapshot observe(Interest interest) {
        throw new UnsupportedOperationException("plans are made elsewhere");
    }

    @Override
    public ObservedContainer inspect(String container) {
        Tree detail = details.getOrDefault(
                container,
                new Tree(Map.of("State", Map.of("Status", "running", "Health", Map.of("Status", "healthy")))));
        return new ObservedContainer(
                "1".repeat(64), container, detail.text("State.Status"), Map.of(), Optional.of(detail));
    }

    @Override
    public String digest(ImageRef image, Optional<RegistrySpec.Login> login) {
        note("ask for " + image);
        return super.digest(image, login);
    }

    @Override
    public List<String> lastLines(String container, int count) {
        return List.of("last words of " + container);
    }
}
