package dockdsl.vocabulary;

import dockdsl.value.Donor;
import dockdsl.value.Link;
import dockdsl.value.Malformed;
import dockdsl.value.Mount;
import dockdsl.value.Port;
import dockdsl.value.PublishedPort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** How a container is connected: ports, links, mounts. */
final class WiringKinds {
    static final Kind<SortedSet<PublishedPort>> PUBLISHED_PORTS = Kinds.set(
            "ports such as '8080:80'",
            arguments -> Kinds.atLeastOne(arguments.allowing().flat(), "ports such as '8080:80'").stream()
                    .map(Arguments::text)
                    .flatMap(text -> PublishedPort.parse(text).stream())
                    .toList());

    static final Kind<SortedSet<Port>> PORTS = Kinds.set(
            "ports such as 80, '53/udp' or '3000-3005'",
            arguments ->
                    Kinds.atLeastOne(arguments.allowing().flat(), "ports such as 80, '53/udp' or '3000-3005'").stream()
                            .flatMap(port -> Port.range(Arguments.text(port)).stream())
                            .toList());

    static final Kind<SortedSet<Link>> LINKS =
            Kinds.set("a container's name: 'redis', or 'redis', as: 'cache'", WiringKinds::links);

    static final Kind<SortedSet<Mount>> MOUNTS = Kinds.set(
            "a volume or a folder and where it goes: 'data', at: '/data'", arguments -> List.of(mount(arguments)));

    static final Kind<SortedSet<Donor>> DONORS = Kinds.set(
            "names of containers such as 'redis' or 'redis:ro'",
            arguments ->
                    Kinds.atLeastOne(arguments.allowing().flat(), "names of containers such as 'redis' or 'redis:ro'")
                            .stream()
                            .map(Arguments::text)
                            .map(Donor::parse)
                            .toList());

    private WiringKinds() {}

    private static Mount mount(Arguments arguments) {
        canonicalMount(arguments);
        String source = Arguments.text(arguments.only("'data', at: '/data'"));
        if (arguments.named().containsKey("at")) {
            return Mount.of(source, arguments.text("at", ""), false).with(mountOptions(arguments));
        }
        return Mount.parse(source).with(mountOptions(arguments));
    }

    private static List<String> mountOptions(Arguments arguments) {
        List<String> options = new ArrayList<>(
                switch (arguments.named().getOrDefault("options", List.of())) {
                    case Collection<?> several ->
                        several.stream().map(Arguments::text).toList();
                    case Object one -> List.of(Arguments.text(one).strip().split("\\s*,\\s*"));
                });
        for (String name : List.of("subpath", "recursive")) {
            if (arguments.named().containsKey(name)) {
                options.add(name + "=" + arguments.text(name, ""));
            }
        }
        if (arguments.flag("create")) {
            options.add("create");
        }
        if (arguments.flag("readOnly")) {
            options.add("ro");
        }
        return options;
    }

    /** @throws Malformed when a name is not one of ours; it says which one Docker's and Compose's mean */
    private static void canonicalMount(Arguments arguments) {
        for (String name : arguments.named().keySet()) {
            switch (name) {
                case "target", "dst", "destination", "to" -> throw instead(name, "at: '/data'");
                case "read_only", "ro", "readonly" -> throw instead(name, "readOnly: true");
                case "nocopy", "no_copy" -> throw instead(name, "options: 'nocopy'");
                case "propagation" -> throw instead(name, "options: 'rslave'");
                case "selinux" -> throw instead(name, "options: 'z'");
                case "sub_path", "subPath", "volume_subpath" -> throw instead(name, "subpath: 'web/static'");
                case "create_host_path", "create_mountpoint" -> throw instead(name, "create: true");
                case "non_recursive", "nonRecursive" -> throw instead(name, "recursive: 'disabled'");
                case "read_only_non_recursive" -> throw instead(name, "recursive: 'writable'");
                case "read_only_force_recursive" -> throw instead(name, "recursive: 'readonly'");
                case "labels", "volume_driver", "volume_options", "driver" ->
                    throw new Malformed(
                            "'" + name + ":' means nothing here",
                            "It belongs to the volume, at the top level: volume 'data', driver: 'local', options: [...], labels: [...].");
                case "type", "source", "src" -> throw instead(name, "volume 'data', at: '/data'");
                default -> {}
            }
        }
        arguments.allowing("at", "readOnly", "subpath", "create", "recursive", "options");
    }

    private static Malformed instead(String name, String ours) {
        return new Malformed("'" + name + ":' means nothing here", "Write " + ours + ".");
    }

    private static List<Link> links(Arguments arguments) {
        List<String> targets = Kinds.atLeastOne(arguments.allowing("as").flat(), "a container's name").stream()
                .map(Arguments::text)
                .toList();
        if (arguments.named().containsKey("as")) {
            String target = Arguments.text(arguments.only("one container's name with as:"));
            return List.of(new Link(target, arguments.text("as", target)));
        }
        return targets.stream().map(WiringKinds::link).toList();
    }

    private static Link link(String text) {
        String[] parts = text.split(":", -1);
        return new Link(parts[0], parts[parts.length - 1]);
    }
}
