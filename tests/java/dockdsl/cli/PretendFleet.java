package dockdsl.cli;

import dockdsl.host.Command;
import dockdsl.host.CommandResult;
import dockdsl.host.DiaryEngine;
import dockdsl.host.Duplex;
import dockdsl.host.Engine;
import dockdsl.host.EngineConnector;
import dockdsl.host.HostConnector;
import dockdsl.host.HostSession;
import dockdsl.host.Interest;
import dockdsl.host.Operations;
import dockdsl.host.QuietSession;
import dockdsl.host.Shell;
import dockdsl.model.Host;
import dockdsl.model.RegistrySpec;
import dockdsl.observed.EngineInfo;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.ObservedNetwork;
import dockdsl.problem.HostFailed;
import dockdsl.problem.HostUnreachable;
import dockdsl.value.ImageRef;
import dockdsl.value.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Hosts with empty engines, some of which do not answer; notes what the engines are asked to do. */
final class PretendFleet implements HostConnector, EngineConnector {
    final List<String> diary = Collections.synchronizedList(new ArrayList<>());
    final Set<String> dead = new HashSet<>();
    /** Who holds the lock, as left on the host, by host. */
    final Map<String, String> locked = new HashMap<>();

    final Set<String> failing = new HashSet<>();
    final List<ObservedContainer> containers = new ArrayList<>();
    /** Containers of one host alone, by its name, until they are removed. */
    final Map<String, ObservedContainer> strays = new ConcurrentHashMap<>();

    volatile boolean closed;

    @Override
    public HostSession connect(Host host) {
        if (dead.contains(host.name())) {
            throw new HostUnreachable(host.name(), "nobody answers", "Is it switched on?");
        }
        return new Session(host.name(), Optional.ofNullable(locked.get(host.name())));
    }

    @Override
    public String address(Host host) {
        return "10.0.0.1";
    }

    @Override
    public Engine engine(HostSession session) {
        return new PretendEngine(session.host());
    }

    @Override
    public Operations operations(HostSession session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        closed = true;
    }

    private record Session(String host, Optional<String> holder) implements QuietSession {
        @Override
        public Shell shell() {
            return command -> new CommandResult(0, "", "");
        }

        @Override
        public Duplex start(Command command) {
            return new PretendLock(holder.map(who -> "busy " + who).orElse("held"));
        }
    }

    private final class PretendEngine extends DiaryEngine {
        private final String host;

        PretendEngine(String host) {
            this.host = host;
        }

        @Override
        protected void note(String call) {
            diary.add(host + ": " + call);
            if (failing.contains(call)) {
                throw new HostFailed(host, "the engine will not " + call, "Ask it nicely.");
            }
        }

        @Override
        public void remove(String container, boolean anonymousVolumes) {
            super.remove(container, anonymousVolumes);
            strays.computeIfPresent(host, (_, stray) -> isNamed(stray, container) ? null : stray);
        }

        private static boolean isNamed(ObservedContainer stray, String container) {
            return stray.name().equals(container) || stray.id().equals(container);
        }

        @Override
        public HostSnapshot observe(Interest interest) {
            return new HostSnapshot(
                    host,
                    "10.0.0.1",
                    new EngineInfo("28.0.0", "1.48"),
                    seen(),
                    Map.of(),
                    List.of(new ObservedNetwork("1", "bridge", "bridge", Map.of())),
                    List.of());
        }

        private List<ObservedContainer> seen() {
            List<ObservedContainer> seen = new ArrayList<>(containers);
            Optional.ofNullable(strays.get(host)).ifPresent(seen::add);
            return seen;
        }

        @Override
        public ObservedContainer inspect(String container) {
            Tree running = new Tree(Map.of("State", Map.of("Status", "running")));
            return new ObservedContainer("1".repeat(64), container, "running", Map.of(), Optional.of(running));
        }

        @Override
        public void pull(
                ImageRef image,
                Optional<String> platform,
                Optional<RegistrySpec.Login> login,
                Consumer<String> progress) {
            progress.accept("1 of 2 layers");
            note("pull " + image);
        }

        @Override
        public List<String> lastLines(String container, int count) {
            return List.of("\033[31mI give up\033[0m");
        }
    }
}
