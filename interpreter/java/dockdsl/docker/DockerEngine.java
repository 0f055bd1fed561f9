package dockdsl.docker;

import dockdsl.docker.http.Body;
import dockdsl.host.AlreadyThere;
import dockdsl.host.CommandResult;
import dockdsl.host.Engine;
import dockdsl.host.HostSession;
import dockdsl.host.Interest;
import dockdsl.model.BuildSpec;
import dockdsl.model.RegistrySpec;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.Machine;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.Sample;
import dockdsl.observed.Stock;
import dockdsl.value.ImageRef;
import dockdsl.value.Parcel;
import dockdsl.value.Tree;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The engine of one host: each method is one call of the Engine API, or a class of its own that makes a few. */
final class DockerEngine implements Engine {
    /** How much longer than its patience a stop may take: killing takes time too. */
    private static final Duration TO_KILL = Duration.ofSeconds(60);

    /** The API has it beside the body. */
    private static final String PLATFORM = "Platform";

    private static final String MAC = "MacAddress";
    private static final ApiVersion MAC_IN_NETWORK = new ApiVersion(1, 44);

    private final HostSession session;
    private final EngineApi api;

    DockerEngine(HostSession session) {
        this.session = session;
        this.api = new EngineApi(session);
    }

    @Override
    public HostSnapshot observe(Interest interest) {
        return new Observation(api, interest).take(session.address());
    }

    @Override
    public Machine machine() {
        return machine(api.object(Call.get("ask the engine for its machine", Target.of("info"))));
    }

    private static Machine machine(Tree info) {
        return new Machine(
                info.text("OperatingSystem"),
                info.text("Architecture"),
                info.text("KernelVersion"),
                (int) info.number("NCPU"),
                info.number("MemTotal"));
    }

    @Override
    public Map<String, Sample> samples(Collection<String> containers) {
        return new Samples(api).of(containers);
    }

    @Override
    public ObservedContainer inspect(String container) {
        return Snapshots.inspected(
                api.object(Call.get("inspect the container " + container, Target.of("containers", container, "json"))));
    }

    @Override
    public String digest(ImageRef image, Optional<RegistrySpec.Login> login) {
        return new RegistryDigest(api, image, login).read();
    }

    @Override
    public void tag(String image, ImageRef name) {
        Target target = Target.ofImage("images", image, "tag")
                .with("repo", name.name())
                .with("tag", name.tag().orElse("latest"));
        api.run(Call.post("tag " + image + " as " + name, target));
    }

    @Override
    public void pull(
            ImageRef image, Optional<String> platform, Optional<RegistrySpec.Login> login, Consumer<String> progress) {
        new Pull(api, image, platform, login).run(progress);
    }

    @Override
    public void build(
            ImageRef image,
            BuildSpec build,
            Optional<String> platform,
            String site,
            byte[] gathered,
            Map<String, RegistrySpec.Login> logins,
            Consumer<String> progress) {
        new Build(api, image, build, platform, site, gathered, logins).run(progress);
    }

    @Override
    public Stock stock() {
        return new Storage(api).stock();
    }

    @Override
    public void removeImage(String image) {
        drop(Call.delete("remove the image " + image, Target.image(image)));
    }

    @Override
    public Created create(String name, Tree body) {
        Target target = Target.of("containers", "create").with("name", name);
        if (body.has(PLATFORM)) {
            target.with("platform", body.text(PLATFORM));
        }
        Tree known = new VolumeFiles(api).byTheirPaths(withKnownFields(without(body, PLATFORM)));
        Tree answer = made(() -> api.object(Call.post("create the container " + name, target, known)));
        return new Created(answer.text("Id"), answer.texts("Warnings"));
    }

    /** Engines of API 1.52 refuse a hardware address that stands beside the network it is for. */
    private Tree withKnownFields(Tree body) {
        if (!body.has(MAC) || api.version().compareTo(MAC_IN_NETWORK) < 0) {
            return body;
        }
        return without(body, MAC);
    }

    private static Tree without(Tree body, String field) {
        Map<String, Object> fields = new LinkedHashMap<>(body.fields());
        fields.remove(field);
        return new Tree(fields);
    }

    @Override
    public void start(String container) {
        try {
            api.run(on(container, "start"));
        } catch (EngineRefused refused) {
            throw new PortClash(api).explained(container, refused);
        }
    }

    @Override
    public void stop(String container, Duration patience) {
        api.run(ending(container, "stop", patience));
    }

    @Override
    public void restart(String container, Duration patience) {
        api.run(ending(container, "restart", patience));
    }

    @Override
    public void resume(String container) {
        api.run(Call.post("resume the container " + container, Target.of("containers", container, "unpause")));
    }

    private static Call ending(String container, String verb, Duration patience) {
        Target target = Target.of("containers", container, verb).with("t", secondsUp(patience));
        return Call.post(verb + " the container " + container, target).within(patience.plus(TO_KILL));
    }

    private static long secondsUp(Duration patience) {
        return patience.plusMillis(999).toSeconds();
    }

    @Override
    public void rename(String container, String name) {
        api.run(Call.post(
                "rename the container " + container + " to " + name,
                Target.of("containers", container, "rename").with("name", name)));
    }

    @Override
    public void remove(String container, boolean anonymousVolumes) {
        new Removal(api, container, anonymousVolumes).run();
    }

    @Override
    public List<String> update(String container, Tree body) {
        return api.object(Call.post(
                        "change the container " + container, Target.of("containers", container, "update"), body))
                .texts("Warnings");
    }

    /** Engines before API 1.44 make a second network of the same name unless told to look. */
    @Override
    public void createNetwork(Tree body) {
        made(() -> api.object(Call.post(
                "create the network " + body.text("Name"),
                Target.of("networks", "create"),
                body.with("CheckDuplicate", true))));
    }

    /** Engines before API 1.44 forbid a second network of a name, later ones call it a conflict. */
    private static Tree made(Supplier<Tree> creation) {
        try {
            return creation.get();
        } catch (EngineRefused refused) {
            if (refused.says("already exists") || refused.says("is already in use by container")) {
                throw new AlreadyThere(refused.host(), refused.getMessage(), refused.remedy(), refused);
            }
            throw refused;
        }
    }

    @Override
    public void removeNetwork(String network) {
        drop(Call.delete("remove the network " + network, Target.of("networks", network)));
    }

    @Override
    public void connect(String network, String container, Tree endpoint) {
        Tree body = Tree.EMPTY.with("Container", container).with("EndpointConfig", endpoint.fields());
        api.run(Call.post(
                "connect " + container + " to the network " + network,
                Target.of("networks", network, "connect"),
                body));
    }

    @Override
    public void disconnect(String network, String container) {
        Tree body = Tree.EMPTY.with("Container", container);
        api.run(Call.post(
                "disconnect " + container + " from the network " + network,
                Target.of("networks", network, "disconnect"),
                body));
    }

    @Override
    public void createVolume(Tree body) {
        api.run(Call.post("create the volume " + body.text("Name"), Target.of("volumes", "create"), body));
    }

    @Override
    public void removeVolume(String volume) {
        drop(Call.delete("remove the volume " + volume, Target.of("volumes", volume)));
    }

    @Override
    public void removeUnusedVolume(String volume) {
        try {
            removeVolume(volume);
        } catch (EngineRefused refused) {
            if (!refused.hasStatus(Refusal.CONFLICT)) {
                throw refused;
            }
        }
    }

    /** What is gone already is as good as removed. */
    private void drop(Call removal) {
        try {
            api.run(removal);
        } catch (EngineRefused refused) {
            if (!refused.hasStatus(Refusal.NOT_FOUND)) {
                throw refused;
            }
        }
    }

    @Override
    public void putFiles(String container, String folder, Parcel parcel) {
        Target target = Target.of("containers", container, "archive").with("path", folder);
        Body tar = new Body.Stream("application/x-tar", () -> TarStream.of(parcel));
        api.run(Call.put("put files into the container " + container, target, tar)
                .within(EngineApi.STREAM_PATIENCE));
    }

    @Override
    public CommandResult exec(
            String container, List<String> command, Map<String, String> environment, Duration timeout) {
        return new Exec(api, container, command, environment).run(timeout);
    }

    @Override
    public List<String> lastLines(String container, int count) {
        return new Logs(api, container).last(count);
    }

    private static Call on(String container, String verb) {
        return Call.post(verb + " the container " + container, Target.of("containers", container, verb));
    }

    @Override
    public void close() {
        api.close();
    }
}
