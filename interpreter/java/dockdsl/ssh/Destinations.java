package dockdsl.ssh;

import dockdsl.model.Host;
import java.nio.file.Path;
import java.util.List;

/** Merges what inventory, SSH configuration and defaults say about a host. */
final class Destinations {
    private final SshSettings settings;

    Destinations(SshSettings settings) {
        this.settings = settings;
    }

    Destination of(String host, Host.Ssh access) {
        return new Destination(
                host,
                access.address(),
                access.port().orElse(22),
                access.user().orElse(settings.localUser()),
                access.sudo(),
                java.util.Optional.empty(),
                settings.knownHosts(),
                access.keyFile().map(this::atHome).stream().toList(),
                false,
                settings.agentSocket(),
                false,
                List.of(),
                access.connectTimeout());
    }

    private Path atHome(String file) {
        return file.startsWith("~/") ? settings.home().resolve(file.substring(2)) : Path.of(file);
    }
}
