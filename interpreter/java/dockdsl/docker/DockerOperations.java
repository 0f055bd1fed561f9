package dockdsl.docker;

import dockdsl.docker.http.Body;
import dockdsl.host.ContainerOrder;
import dockdsl.host.HostSession;
import dockdsl.host.LogLine;
import dockdsl.host.LogWish;
import dockdsl.host.Operations;
import dockdsl.host.ProcessList;
import dockdsl.host.Running;
import dockdsl.host.Terminal;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.Sample;
import dockdsl.value.Json;
import dockdsl.value.Tree;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
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

    @Override
    public Running start(String container, Optional<Terminal> terminal) {
        EngineApi own = apart();
        try {
            return new Attachment(api, own, container).start(terminal);
        } catch (RuntimeException | Error e) {
            own.close();
            throw e;
        }
    }

    @Override
    public ProcessList processes(String container) {
        Tree answer = api.object(Call.get(
                "list the processes of the container " + container, Target.of("containers", container, "top")));
        List<List<String>> processes = new ArrayList<>();
        for (Object process : answer.items("Processes")) {
            processes.add(((List<?>) process).stream().map(String::valueOf).toList());
        }
        return new ProcessList(answer.texts("Titles"), processes);
    }

    @Override
    public Map<String, Sample> samples(Collection<String> containers) {
        return new Samples(api).of(containers);
    }

    @Override
    public Optional<Boolean> isFolder(String container, String path) {
        return new PathInContainer(api, container, path).isFolder();
    }

    @Override
    public void upload(String container, String folder, InputStream archive) throws IOException {
        Target target = Target.of("containers", container, "archive").with("path", folder);
        Remembered source = new Remembered(archive);
        Call call = Call.put(
                        "put files into the container " + container,
                        target,
                        new Body.Stream("application/x-tar", () -> source))
                .within(EngineApi.STREAM_PATIENCE);
        try (EngineApi own = apart()) {
            own.run(call);
        } finally {
            source.throwFailure();
        }
    }

    @Override
    public void download(String container, String path, Receiving receiving) throws IOException {
        Call call = Call.get(
                        "read " + path + " of the container " + container,
                        Target.of("containers", container, "archive").with("path", path))
                .within(EngineApi.STREAM_PATIENCE);
        IOException[] here = {null};
        try (EngineApi own = apart()) {
            own.read(call, answer -> {
                try {
                    receiving.of(answer.body());
                } catch (IOException e) {
                    here[0] = e;
                }
                return true;
            });
        }
        if (here[0] != null) {
            throw here[0];
        }
    }

    /** What is wrong with a file here is not to be taken for a connection that broke. */
    private static final class Remembered extends FilterInputStream {
        private IOException failure;

        Remembered(InputStream source) {
            super(source);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        void throwFailure() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** The same engine over connections of its own. */
    private EngineApi apart() {
        EngineApi own = new EngineApi(session);
        own.agreeOn(api.version());
        return own;
    }
}
