package dockdsl.bootstrap;

import dockdsl.bootstrap.HostFacts.Docker;
import dockdsl.bootstrap.HostFacts.Init;
import dockdsl.bootstrap.HostFacts.Os;
import dockdsl.bootstrap.HostFacts.Packages;
import dockdsl.bootstrap.HostFacts.Service;
import dockdsl.value.EngineVersion;
import dockdsl.value.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the {@code key=value} lines that the probing script prints. */
final class FactLines {
    private static final long KIBIBYTE = 1024;

    private final Map<String, String> values;
    private final Function<String, Tree> json;

    FactLines(String lines, Function<String, Tree> json) {
        this.values = lines.lines()
                .filter(line -> line.contains("="))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].strip(), (first, second) -> first));
        this.json = json;
    }

    HostFacts facts() {
        return new HostFacts(os(), init(), yes("root"), docker(), service(), packages(), file(), free());
    }

    private Os os() {
        return new Os(text("os.id"), words("os.like"), text("os.version"), text("os.codename"), text("os.name"));
    }

    private Init init() {
        return Init.valueOf(text("init").toUpperCase(Locale.ROOT));
    }

    private Docker docker() {
        return new Docker(
                version("docker.client"), version("docker.installed"), version("docker.engine"), yes("docker.podman"));
    }

    private Service service() {
        return new Service(
                text("service.state"),
                Set.of("active", "activating", "reloading").contains(text("service.active")));
    }

    private Packages packages() {
        return new Packages(
                Set.copyOf(words("packages.managers")),
                Optional.of(text("packages.owner")).filter(owner -> !owner.isEmpty()),
                version("candidate.distribution"),
                version("candidate.docker"),
                yes("packages.interrupted"),
                text("packages.apparmor").equals("missing"));
    }

    private DaemonFile file() {
        String content = new String(Base64.getDecoder().decode(text("daemon.json")), StandardCharsets.UTF_8);
        if (content.isBlank()) {
            return new DaemonFile.Absent();
        }
        try {
            return new DaemonFile.Present(content, json.apply(content), unread());
        } catch (IllegalArgumentException notJson) {
            return new DaemonFile.Broken(String.valueOf(notJson.getMessage()));
        }
    }

    private Optional<DaemonFile.Reading> unread() {
        return switch (text("daemon.pending")) {
            case "" -> Optional.empty();
            case "reload" -> Optional.of(DaemonFile.Reading.RELOAD);
            default -> Optional.of(DaemonFile.Reading.RESTART);
        };
    }

    private long free() {
        return text("free").isEmpty() ? Long.MAX_VALUE : Long.parseLong(text("free")) * KIBIBYTE;
    }

    private Optional<EngineVersion> version(String key) {
        return EngineVersion.in(text(key));
    }

    private List<String> words(String key) {
        return List.of(text(key).split(" ")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private boolean yes(String key) {
        return text(key).equals("yes");
    }

    private String text(String key) {
        return values.getOrDefault(key, "");
    }
}
