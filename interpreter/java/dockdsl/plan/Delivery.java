package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.model.SiteSecret;
import dockdsl.value.FileMode;
import dockdsl.value.FileTree;
import dockdsl.value.FileUse;
import dockdsl.value.Fingerprint;
import dockdsl.value.Owner;
import dockdsl.value.Parcel;
import dockdsl.value.Secret;
import dockdsl.value.SecretUse;
import dockdsl.value.State;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.ContentWords;
import dockdsl.vocabulary.Delivered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What is put into one container before it starts.
 *
 * <p>Files and secrets are kept in a volume, one for each container and content, from which each is mounted at its place. So they
 * are there before the first process, also where the root file system is read-only, and they stay with the container.
 *
 * @param volume the engine's name of that volume
 * @param items what the container remembers of each, ordered by their places
 * @param parcel what comes into the volume: item {@code n} as {@code files/n}; nothing when there are variables only
 * @param variables secrets that become environment variables, by the variables' names
 */
record Delivery(String volume, List<Delivered> items, Parcel parcel, SortedMap<String, Secret> variables) {
    static final Delivery NOTHING = new Delivery("", List.of(), new Parcel(List.of()), Collections.emptySortedMap());

    /** Only its owner may go in there, so that the mount of the whole volume opens nothing that the single ones do not. */
    private static final String FOLDER = "files";

    private static final FileMode CLOSED = new FileMode(0700);
    private static final int DIGITS = 12;

    /** Asks for the secrets that the container gets, if it gets any. */
    static Delivery of(Site site, ContainerSpec spec) {
        return of(site, spec, at -> true);
    }

    /** @param which of the places and variables; no other secrets are asked for */
    static Delivery of(Site site, ContainerSpec spec, Predicate<String> which) {
        boolean gets =
                spec.settings().says(ContentWords.FILE) || spec.settings().says(ContentWords.SECRET);
        return gets && spec.state() != State.ABSENT
                ? of(site.name(), spec.engineName(), goods(site, spec, which))
                : NOTHING;
    }

    private static SortedMap<String, Goods> goods(Site site, ContainerSpec spec, Predicate<String> which) {
        List<Goods> all = new ArrayList<>();
        for (FileUse file : spec.settings().get(ContentWords.FILE, List.of())) {
            all.add(new Goods.OfSite(file));
        }
        for (SecretUse use : spec.settings().get(ContentWords.SECRET, List.of())) {
            SiteSecret secret = site.secrets().get(use.name());
            Owner owner = use.owner().orElseGet(() -> owner(spec));
            use.place().ifPresent(at -> all.add(new Goods.OfSecret(secret, at, use.mode(), owner)));
            use.variable().ifPresent(name -> all.add(new Goods.Variable(secret, name)));
        }
        SortedMap<String, Goods> byPlace = new TreeMap<>();
        all.stream().filter(one -> which.test(one.at())).forEach(one -> byPlace.put(one.at(), one));
        return byPlace;
    }

    /** Who runs in the container reads its secrets; the number of a name is known to the image only. */
    private static Owner owner(ContainerSpec spec) {
        return spec.settings()
                .find(ContainerWords.USER)
                .filter(Owner::isNumeric)
                .map(Owner::parse)
                .orElse(Owner.ROOT);
    }

    private static Delivery of(String site, String container, SortedMap<String, Goods> goods) {
        List<Delivered> items =
                goods.values().stream().map(one -> one.remembered(container)).toList();
        SortedMap<String, Secret> variables = new TreeMap<>();
        goods.forEach((name, one) -> {
            if (one instanceof Goods.Variable(SiteSecret secret, String at)) {
                variables.put(at, secret.value());
            }
        });
        String digits = new Fingerprint().add(Delivered.text(items)).digits().substring(0, DIGITS);
        String volume = Delivered.VOLUMES + site + "-" + container + "-" + digits;
        return new Delivery(volume, items, parcel(goods.values()), variables);
    }

    private static Parcel parcel(Collection<Goods> goods) {
        List<Parcel.Entry> entries = new ArrayList<>();
        int number = 0;
        for (Goods one : goods) {
            entries.addAll(one.entries(FOLDER + "/" + number++));
        }
        if (!entries.isEmpty()) {
            entries.addFirst(new Parcel.Entry(FOLDER, new FileTree.Folder(), CLOSED, Owner.ROOT));
        }
        return new Parcel(entries);
    }

    boolean hasFiles() {
        return !parcel.entries().isEmpty();
    }

    /** The body with mounts and label. Variables are not in it, so that a plan holds no secret. */
    Tree into(Tree body) {
        if (items.isEmpty()) {
            return body;
        }
        Tree remembering = Delivered.remember(body, items);
        if (!hasFiles()) {
            return remembering;
        }
        List<Object> mounts = new ArrayList<>(body.items("HostConfig.Mounts"));
        mounts.add(mount(Delivered.ANCHOR, true, Map.of("NoCopy", true)));
        for (int number = 0; number < items.size(); number++) {
            if (!items.get(number).isVariable()) {
                mounts.add(mount(items.get(number).at(), true, Map.of("Subpath", FOLDER + "/" + number)));
            }
        }
        return remembering.with("HostConfig.Mounts", mounts);
    }

    /** The body of a container that is never started: the engine unpacks archives into the volumes of a container only. */
    Tree filling(Tree body) {
        return new Tree(Map.of(
                "Image", body.text("Image"),
                "Labels", body.map("Labels"),
                "Entrypoint", List.of("-"),
                "NetworkDisabled", true,
                "HostConfig",
                        Map.of(
                                "NetworkMode",
                                "none",
                                "Mounts",
                                List.of(mount(Delivered.ANCHOR, false, Map.of("NoCopy", true))))));
    }

    private Map<String, Object> mount(String target, boolean readOnly, Map<String, Object> options) {
        return Map.of(
                "Type", "volume", "Source", volume, "Target", target, "ReadOnly", readOnly, "VolumeOptions", options);
    }
}
