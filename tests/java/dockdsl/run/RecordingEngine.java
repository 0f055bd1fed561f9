package dockdsl.run;

import dockdsl.host.CommandResult;
import dockdsl.host.Engine;
import dockdsl.host.Interest;
import dockdsl.model.BuildSpec;
import dockdsl.model.RegistrySpec;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.Stock;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostFailed;
import dockdsl.value.ImageRef;
import dockdsl.value.Parcel;
import dockdsl.value.Tree;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Notes every call in a diary that several hosts share, and fails where it is told to. */
final class RecordingEngine implements Engine {
    private final String host;
    private final List<String> diary;
    private final Map<String, DockdslException> failures = new HashMap<>();
    private final Map<String, Tree> details = new HashMap<>();

    RecordingEngine(String host, List<String> diary) {
        this.host = host;
        this.diary = diary;
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

    private void note(String call) {
        diary.add(host + ": " + call);
        if (failures.containsKey(call)) {
            throw failures.get(call);
        }
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
        return "sha256:" + "d".repeat(64);
    }

    @Override
    public void tag(String image, ImageRef name) {
        note("tag " + name);
    }

    @Override
    public void pull(ImageRef image, Optional<RegistrySpec.Login> login, Consumer<String> progress) {
        note("pull " + image);
    }

    @Override
    public void build(
            ImageRef image,
            BuildSpec build,
            byte[] gathered,
            Map<String, RegistrySpec.Login> logins,
            Consumer<String> progress) {
        note("build " + image);
    }

    @Override
    public Stock stock() {
        return new Stock(List.of(), List.of());
    }

    @Override
    public void removeImage(String image) {
        note("remove image " + image);
    }

    @Override
    public String create(String name, Tree body) {
        note("create " + name);
        return "1".repeat(64);
    }

    @Override
    public void start(String container) {
        note("start " + container);
    }

    @Override
    public void stop(String container, Duration patience) {
        note("stop " + container);
    }

    @Override
    public void restart(String container, Duration patience) {
        note("restart " + container);
    }

    @Override
    public void rename(String container, String name) {
        note("rename " + container + " to " + name);
    }

    @Override
    public void remove(String container, boolean anonymousVolumes) {
        note("remove " + container);
    }

    @Override
    public void update(String container, Tree body) {
        note("update " + container);
    }

    @Override
    public void createNetwork(Tree body) {
        note("create network " + body.text("Name"));
    }

    @Override
    public void removeNetwork(String network) {
        note("remove network " + network);
    }

    @Override
    public void connect(String network, String container, Tree endpoint) {
        note("connect " + container + " to " + network);
    }

    @Override
    public void disconnect(String network, String container) {
        note("disconnect " + container + " from " + network);
    }

    @Override
    public void createVolume(Tree body) {
        note("create volume " + body.text("Name"));
    }

    @Override
    public void removeVolume(String volume) {
        note("remove volume " + volume);
    }

    @Override
    public void removeUnusedVolume(String volume) {
        note("remove unused volume " + volume);
    }

    @Override
    public void putFiles(String container, String folder, Parcel parcel) {
        note("put " + parcel.entries().size() + " entries into " + container);
    }

    @Override
    public CommandResult exec(
            String container, List<String> command, Map<String, String> environment, Duration timeout) {
        note("exec in " + container);
        return new CommandResult(0, "", "");
    }

    @Override
    public List<String> lastLines(String container, int count) {
        return List.of("last words of " + container);
    }

    @Override
    public void close() {}
}
