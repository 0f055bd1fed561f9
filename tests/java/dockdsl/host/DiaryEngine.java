package dockdsl.host;

import dockdsl.model.BuildSpec;
import dockdsl.model.RegistrySpec;
import dockdsl.observed.Machine;
import dockdsl.observed.Sample;
import dockdsl.observed.Stock;
import dockdsl.value.ImageRef;
import dockdsl.value.Parcel;
import dockdsl.value.Tree;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Notes every call that changes something, and does nothing. */
public abstract class DiaryEngine implements Engine {
    /** @param call such as {@code create web} */
    protected abstract void note(String call);

    @Override
    public Machine machine() {
        return new Machine("Debian GNU/Linux 12 (bookworm)", "x86_64", "6.1.0", 2, 4L << 30);
    }

    @Override
    public Map<String, Sample> samples(Collection<String> containers) {
        return Map.of();
    }

    @Override
    public String digest(ImageRef image, Optional<RegistrySpec.Login> login) {
        return "sha256:" + "d".repeat(64);
    }

    @Override
    public void tag(String image, ImageRef name) {
        note("tag " + name);
    }

    @Override
    public void pull(
            ImageRef image, Optional<String> platform, Optional<RegistrySpec.Login> login, Consumer<String> progress) {
        note("pull " + image);
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
    public Created create(String name, Tree body) {
        note("create " + name);
        return new Created("1".repeat(64), List.of());
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
    public void resume(String container) {
        note("resume " + container);
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
    public List<String> update(String container, Tree body) {
        note("update " + container);
        return List.of();
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
    public void close() {}
}
