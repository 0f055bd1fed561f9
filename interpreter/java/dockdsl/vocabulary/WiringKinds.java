package dockdsl.vocabulary;

import dockdsl.value.Donor;
import dockdsl.value.Link;
import dockdsl.value.Mount;
import dockdsl.value.Port;
import dockdsl.value.PublishedPort;
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
        String source = Arguments.text(arguments.allowing("at", "readOnly").only("'data', at: '/data'"));
        if (arguments.named().containsKey("at")) {
            return Mount.of(source, arguments.text("at", ""), arguments.flag("readOnly"));
        }
        Mount mount = Mount.parse(source);
        return new Mount(mount.type(), mount.source(), mount.target(), mount.readOnly() || arguments.flag("readOnly"));
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
