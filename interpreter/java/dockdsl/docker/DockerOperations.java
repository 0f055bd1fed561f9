package dockdsl.docker;

import dockdsl.host.ContainerOrder;
import dockdsl.host.HostSession;
import dockdsl.host.LogLine;
import dockdsl.host.LogWish;
import dockdsl.host.Operations;
import dockdsl.host.Running;
import dockdsl.host.Terminal;
import dockdsl.observed.ObservedContainer;
import dockdsl.value.Json;
import dockdsl.value.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The engine of one host under the hands of people: what takes long gets a connection that nothing else waits for. */
final class DockerOperations implements Operations {
    /** SSH notices by itself when the other side is gone; a container may keep silent for as long as it likes. */
    private static final Duration FOR_EVER = Duration.ZERO;

    private final HostSession session;
    private final EngineApi api;

    DockerOperations(HostSession session) {
        this.session = session;
        this.api = new EngineApi(session);
    }

    @Override
    public List<ObservedContainer> containers(String site) {
        Target target = Target.of("containers", "json").with("all", true).with("filters", filters(Map.of(), site));
        return api
                .read(Call.get("list the containers of the site", target), answer -> JsonReader.list(answer.body()))
                .stream()
                .map(Snapshots::listed)
                .toList();
    }

    @Override
    public ObservedContainer inspect(String container) {
        return Snapshots.inspected(
                api.object(Call.get("inspect the container " + container, Target.of("containers", container, "json"))));
    }

    @Override
    public void starts(String site, Runnable ready, Consumer<String> started) {
        Map<String, Object> events = Map.of("type", List.of("container"), "event", List.of("start"));
        Call call = Call.get(
                        "watch the containers of the site", Target.of("events").with("filters", filters(events, site)))
                .within(FOR_EVER);
        try (EngineApi own = apart()) {
            own.read(call, answer -> {
                ready.run();
                JsonReader reader = new JsonReader(answer.body());
                for (var event = reader.next(); event.isPresent(); event = reader.next()) {
                    started.accept(event.get().text("Actor.ID"));
                }
                return true;
            });
        }
    }

    private static String filters(Map<String, Object> more, String site) {
        Tree filters = new Tree(more).with("label", List.of(ObservedContainer.SITE_LABEL + "=" + site));
        return Json.canonical(filters);
    }

    @Override
    public void logs(String container, LogWish wish, Consumer<LogLine> to) {
        boolean hasTerminal = inspect(container).inspected().flag("Config.Tty");
        Call call = Call.get("read what the container " + container + " wrote", target(container, wish))
                .within(wish.follow() ? FOR_EVER : EngineApi.STREAM_PATIENCE);
        try (EngineApi own = apart()) {
            own.read(call, answer -> {
                LogStream.read(answer.body(), hasTerminal, to);
                return true;
            });
        }
    }

    private static Target target(String container, LogWish wish) {
        Target target = Target.of("containers", container, "logs")
                .with("stdout", true)
                .with("stderr", true)
                .with("timestamps", true)
                .with("follow", wish.follow());
        wish.since()
                .ifPresent(since -> target.with("since", since.getEpochSecond() + ".%09d".formatted(since.getNano())));
        wish.until()
                .ifPresent(until -> target.with("until", until.getEpochSecond() + ".%09d".formatted(until.getNano())));
        wish.tail().ifPresent(tail -> target.with("tail", tail));
        return target;
    }

    @Override
    public Running exec(String container, ContainerOrder order, Optional<Terminal> terminal) {
        EngineApi own = apart();
        try {
            return new Visit(session, api, own, container, order).start(terminal);
        } catch (RuntimeException | Error e) {
            own.close();
            throw e;
        }
    }

    /** The same engine over connections of its own. */
    private EngineApi apart() {
        EngineApi own = new EngineApi(session);
        own.agreeOn(api.version());
        return own;
    }
}
