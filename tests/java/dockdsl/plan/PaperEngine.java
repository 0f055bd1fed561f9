package dockdsl.plan;

import dockdsl.model.BuildSpec;
import dockdsl.model.Pins;
import dockdsl.model.Site;
import dockdsl.observed.EngineInfo;
import dockdsl.observed.Facility;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.ObservedImage;
import dockdsl.observed.ObservedNetwork;
import dockdsl.observed.ObservedVolume;
import dockdsl.value.ImageRef;
import dockdsl.value.Platform;
import dockdsl.value.PublishedPort;
import dockdsl.value.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** An engine on paper: takes the actions of plans and answers with what a real one would have then. */
public final class PaperEngine {
    private final String host;
    private final Map<String, ObservedContainer> containers = new TreeMap<>();
    private final Map<ImageRef, ObservedImage> images = new HashMap<>();
    private final Map<String, ObservedNetwork> networks = new TreeMap<>();
    private final Map<String, ObservedVolume> volumes = new TreeMap<>();
    private final List<ObservedImage> lost = new ArrayList<>();
    private Set<Facility> lacking = Set.of();
    private String api = "1.48";
    private int made;

    public PaperEngine(String host) {
        this.host = host;
        networks.put("bridge", new ObservedNetwork("b0", "bridge", "bridge", Map.of()));
    }

    void speaks(String version) {
        api = version;
    }

    void lacks(Facility facility) {
        lacking = Set.of(facility);
    }

    void hasImage(String name, Map<String, Object> config) {
        images.put(
                ImageRef.parse(name),
                new ObservedImage("sha256:" + name.hashCode() + made++, List.of(), new Tree(config)));
    }

    /** The same content has the same Id on all engines. */
    void hasImage(String name, String digest) {
        ImageRef ref = ImageRef.parse(name);
        images.put(ref, new ObservedImage(digest.replace(":", ":1d"), List.of(ref.name() + "@" + digest), Tree.EMPTY));
    }

    void hasNoImage(String name) {
        lost.add(images.remove(ImageRef.parse(name)));
    }

    /** Somebody took its name and the image with it. */
    void hasLostImage(String name) {
        images.remove(ImageRef.parse(name));
    }

    void hasContainer(ObservedContainer container) {
        containers.put(container.name(), container);
    }

    public HostSnapshot snapshot() {
        return new HostSnapshot(
                host,
                "10.0.0.1",
                new EngineInfo(
                        api.equals("1.41") ? "20.10.24" : "28.0.0", api, lacking, Optional.of(Platform.parse("amd64"))),
                List.copyOf(containers.values()),
                images,
                List.copyOf(networks.values()),
                List.copyOf(volumes.values()),
                lost);
    }

    /** What is to be done for a site on this host, where no registry and no address of another host is known. */
    public Plan planOf(Site site) {
        return Planner.plan(site, List.of(snapshot()), Map.of(), Pins.NONE, false);
    }

    public void carryOut(Plan plan) {
        plan.on(host).flatMap(change -> change.prepare().stream()).forEach(step -> take(step.action()));
        plan.on(host).flatMap(change -> change.switching().stream()).forEach(step -> take(step.action()));
        plan.on(host).flatMap(change -> change.finish().stream()).forEach(step -> take(step.action()));
    }

    public void take(Action action) {
        switch (action) {
            case Action.CreateNetwork network ->
                networks.put(
                        network.name(),
                        new ObservedNetwork(
                                "n" + made++, network.name(), "bridge", labels(network.body()), network.body()));
            case Action.RemoveNetwork network -> networks.remove(network.name());
            case Action.CreateVolume volume ->
                volumes.put(
                        volume.name(),
                        new ObservedVolume(
                                volume.name(),
                                "local",
                                labels(volume.body()),
                                volume.body().with("Options", volume.body().map("DriverOpts"))));
            case Action.RemoveVolume volume -> volumes.remove(volume.name());
            case Action.RemoveUnusedVolume volume -> {
                if (containers.values().stream().noneMatch(container -> uses(container, volume.name()))) {
                    volumes.remove(volume.name());
                }
            }
            case Action.PutFiles put -> existing(put.container());
            case Action.PullImage pull -> {
                pull.image()
                        .digest()
                        .ifPresentOrElse(
                                digest -> hasImage(pull.image().toString(), digest),
                                () -> hasImage(pull.image().toString(), Map.of()));
                madeFor(pull.image(), pull.platform().orElse("linux/amd64"));
            }
            case Action.TagImage tag -> images.put(tag.name(), image(tag.image()));
            case Action.RemoveImage image -> images.remove(ImageRef.parse(image.image()));
            case Action.BuildImage build ->
                hasImage(
                        build.image().toString(),
                        Map.of("Labels", Map.of(BuildSpec.LABEL, build.build().fingerprint())));
            case Action.CreateContainer create -> create(create);
            case Action.UpdateContainer update ->
                change(
                        update.name(),
                        detail -> with(detail, "HostConfig", update.body().fields()));
            case Action.StartContainer start -> start(start.name());
            case Action.StopContainer stop -> {
                status(stop.name(), "exited");
                change(stop.name(), detail -> detail.with("NetworkSettings.Ports", Map.of()));
            }
            case Action.RestartContainer restart -> status(restart.name(), "running");
            case Action.ResumeContainer resume -> status(resume.name(), "running");
            case Action.RenameContainer rename -> {
                ObservedContainer container = existing(rename.from());
                containers.remove(rename.from());
                containers.put(rename.to(), container.as(rename.to(), container.status()));
            }
            case Action.RemoveContainer remove ->
                containers.remove(existing(remove.name()).name());
            case Action.ConnectNetwork join ->
                change(
                        join.container(),
                        detail -> with(
                                detail,
                                "NetworkSettings.Networks",
                                Map.of(join.network(), join.endpoint().fields())));
            case Action.DisconnectNetwork leave ->
                change(leave.container(), detail -> without(detail, leave.network()));
            case Action.AwaitWell wait -> existing(wait.container());
            case Action.AwaitCheck wait -> existing(wait.container());
            case Action.RunHook hook -> {}
            case Action.Drain drain -> existing(drain.container());
        }
    }

    /** @param image a name or an Id */
    private ObservedImage image(String image) {
        return lost.stream()
                .filter(other -> other.id().equals(image))
                .findFirst()
                .orElseGet(() -> images.get(ImageRef.parse(image)));
    }

    /** What the image is made for is part of its content. */
    private void madeFor(ImageRef name, String platform) {
        ObservedImage image = images.get(name);
        lost.add(image);
        images.put(
                name,
                new ObservedImage(
                        image.id() + platform,
                        image.repoDigests(),
                        Optional.of(Platform.parse(platform)),
                        image.config()));
    }

    private static boolean uses(ObservedContainer container, String volume) {
        return container.inspected().trees("HostConfig.Mounts").stream()
                .anyMatch(mount -> mount.text("Source").equals(volume));
    }

    private static Map<String, String> labels(Tree body) {
        Map<String, String> labels = new TreeMap<>();
        body.map("Labels").forEach((name, value) -> labels.put(name, String.valueOf(value)));
        return labels;
    }

    private ObservedContainer existing(String name) {
        return Optional.ofNullable(containers.get(name))
                .orElseThrow(() -> new IllegalStateException("no container " + name + " among " + containers.keySet()));
    }

    private void start(String name) {
        for (PublishedPort port : existing(name).portsToTake()) {
            containers.values().stream()
                    .filter(other -> !other.name().equals(name))
                    .filter(other -> other.hostPorts().stream().anyMatch(port::clashesWith))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new IllegalStateException(
                                "port " + port + " of " + name + " is taken by " + other.name());
                    });
        }
        status(name, "running");
        change(name, detail -> detail.with("NetworkSettings.Ports", detail.map("HostConfig.PortBindings")));
    }

    private void status(String name, String status) {
        containers.put(name, existing(name).as(name, status));
    }

    void change(String name, UnaryOperator<Tree> how) {
        ObservedContainer old = existing(name);
        containers.put(
                name,
                new ObservedContainer(
                        old.id(), name, old.status(), old.labels(), Optional.of(how.apply(old.inspected()))));
    }

    void changeNetwork(String name, UnaryOperator<Tree> how) {
        ObservedNetwork old = networks.get(name);
        networks.put(name, new ObservedNetwork(old.id(), name, old.driver(), old.labels(), how.apply(old.detail())));
    }

    /** Another one that has the same for now. */
    PaperEngine copy() {
        PaperEngine copy = new PaperEngine(host);
        copy.containers.putAll(containers);
        copy.images.putAll(images);
        copy.networks.putAll(networks);
        copy.volumes.putAll(volumes);
        copy.lost.addAll(lost);
        copy.made = made;
        copy.api = api;
        return copy;
    }

    private static Tree with(Tree detail, String path, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(detail.map(path));
        all.putAll(more);
        return detail.with(path, all);
    }

    private static Tree without(Tree detail, String network) {
        Map<String, Object> rest = new LinkedHashMap<>(detail.map("NetworkSettings.Networks"));
        rest.remove(network);
        return detail.with("NetworkSettings.Networks", rest);
    }

    private void create(Action.CreateContainer create) {
        if (containers.containsKey(create.name())) {
            throw new IllegalStateException("the name " + create.name() + " is taken");
        }
        String id = String.format("%064x", ++made);
        Tree body = create.body();
        ObservedImage image = Optional.ofNullable(images.get(ImageRef.parse(body.text("Image"))))
                .orElseThrow(() -> new IllegalStateException("no image " + body.text("Image")));
        if (body.has("Platform")
                && !image.platform().map(Platform::toString).equals(Optional.of(body.text("Platform")))) {
            throw new IllegalStateException("the image is for " + image.platform() + ", not " + body.text("Platform"));
        }
        Map<String, Object> config = new LinkedHashMap<>(image.config().fields());
        config.putAll(body.fields());
        config.put("Env", env(image.config(), body));
        config.put("ExposedPorts", both(image.config().map("ExposedPorts"), body.map("ExposedPorts")));
        config.put("Labels", both(image.config().map("Labels"), body.map("Labels")));
        if (!body.has("Hostname")) {
            config.put("Hostname", id.substring(0, 12));
        }
        Tree detail = new Tree(Map.of("Id", id, "Image", image.id(), "Config", config))
                .with("HostConfig", body.map("HostConfig"))
                .with("NetworkSettings.Networks", body.map("NetworkingConfig.EndpointsConfig"));
        containers.put(
                create.name(),
                new ObservedContainer(id, create.name(), "created", labels(new Tree(config)), Optional.of(detail)));
    }

    private static Map<String, Object> both(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> both = new LinkedHashMap<>(below);
        both.putAll(above);
        return both;
    }

    private static List<String> env(Tree image, Tree body) {
        Map<String, String> env = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>(image.texts("Env"));
        lines.addAll(body.texts("Env"));
        lines.forEach(line -> env.put(line.substring(0, line.indexOf('=')), line));
        return List.copyOf(env.values());
    }
}
