package dockdsl.ssh;

import dockdsl.model.Host;
import dockdsl.problem.HostUnreachable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Merges what inventory, SSH configuration and defaults say about how to get to a host. */
final class Destinations {
    private static final int MOST_JUMPS = 8;

    private final SshSettings settings;
    private final Function<String, Optional<Host>> inventory;
    private Optional<SshConfig> config = Optional.empty();

    /** @param inventory finds the hosts that others name as their jump */
    Destinations(SshSettings settings, Function<String, Optional<Host>> inventory) {
        this.settings = settings;
        this.inventory = inventory;
    }

    /** @throws HostUnreachable when the way goes in circles */
    Destination of(String host, Host.Ssh access) {
        return of(host, access, 0);
    }

    private Destination of(String host, Host.Ssh access, int depth) {
        var said = said(access);
        var user = said.first("user").orElse(settings.localUser());
        return new Destination(
                host,
                said.hostName(),
                port(access, said),
                user,
                access.sudo().or(settings.credentials().sudoPassword()),
                access.password().or(settings.credentials()::password),
                said.first("hostkeyalias"),
                knownHosts(said, user),
                keyFiles(access, said, user),
                files(said.all("certificatefile"), said, user),
                access.keyFile().isPresent() || said.says("identitiesonly", "yes"),
                agent(said, user),
                unknownKeys(said),
                proxyCommand(access, said, user),
                jumps(host, access, said, depth),
                said.passedOver(),
                access.connectTimeout());
    }

    private static Destination.UnknownKeys unknownKeys(SshConfigSettings said) {
        return switch (said.first("stricthostkeychecking").orElse("ask").toLowerCase(Locale.ROOT)) {
            case "accept-new", "no", "off" -> Destination.UnknownKeys.ACCEPT;
            case "yes" -> Destination.UnknownKeys.REFUSE;
            default -> Destination.UnknownKeys.ASK;
        };
    }

    private static int port(Host.Ssh access, SshConfigSettings said) {
        return access.port()
                .or(() -> said.first("port")
                        .filter(port -> port.matches("[0-9]{1,5}"))
                        .map(Integer::valueOf))
                .orElse(22);
    }

    private List<Path> knownHosts(SshConfigSettings said, String user) {
        var users = said.all("userknownhostsfile");
        var machines = said.all("globalknownhostsfile");
        if (users.isEmpty() && machines.isEmpty()) {
            return settings.knownHosts();
        }
        var named = Stream.concat(users.stream(), machines.stream())
                .filter(file -> !file.equals("none"))
                .map(file -> path(file, said, user));
        return (users.isEmpty() ? Stream.concat(settings.knownHosts().stream(), named) : named).toList();
    }

    private List<Path> keyFiles(Host.Ssh access, SshConfigSettings said, String user) {
        var named = access.keyFile().map(List::of).orElseGet(() -> said.all("identityfile"));
        return files(named, said, user);
    }

    private List<Path> files(List<String> named, SshConfigSettings said, String user) {
        return named.stream()
                .filter(file -> !file.equals("none"))
                .map(file -> path(file, said, user))
                .distinct()
                .toList();
    }

    /** What the configuration says about a host of the inventory. */
    SshConfigSettings said(Host.Ssh access) {
        return config().about(access.address(), access.user(), access.options());
    }

    /** Where a file is that inventory or configuration name for a host. */
    Path file(String named, SshConfigSettings said) {
        return path(named, said, said.first("user").orElse(settings.localUser()));
    }

    private Optional<Path> agent(SshConfigSettings said, String user) {
        return said.first("identityagent")
                .filter(socket -> !socket.equals("SSH_AUTH_SOCK") && !socket.startsWith("$"))
                .map(socket ->
                        Optional.of(socket).filter(some -> !some.equals("none")).map(some -> path(some, said, user)))
                .orElse(settings.agentSocket());
    }

    private Path path(String file, SshConfigSettings said, String user) {
        var home = settings.home().toString();
        var named = file.startsWith("~/") ? home + file.substring(1) : file;
        return settings.home().resolve(tokens(said, user).fill(named));
    }

    private Tokens tokens(SshConfigSettings said, String user) {
        return Tokens.of(said)
                .and('r', user)
                .and('u', settings.localUser())
                .and('d', settings.home().toString());
    }

    private List<Destination> jumps(String host, Host.Ssh access, SshConfigSettings said, int depth) {
        var wanted = access.jump().or(() -> said.first("proxyjump")).filter(jump -> !jump.equalsIgnoreCase("none"));
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (depth == MOST_JUMPS) {
            throw new HostUnreachable(
                    host,
                    "the way to it jumps in circles",
                    "Check `jump:` in the inventory and ProxyJump in ~/.ssh/config.");
        }
        var way = new ArrayList<Destination>();
        for (var jump : wanted.get().split(",")) {
            var stop = jump(host, jump.strip(), access.connectTimeout(), depth + 1);
            if (way.isEmpty()) {
                way.addAll(stop.jumps());
            }
            way.add(stop);
        }
        return way;
    }

    /** A password that was given for the hosts of the inventory is not for others. */
    private Destination jump(String host, String jump, Duration timeout, int depth) {
        var known = inventory.apply(jump);
        if (known.isPresent() && known.get().access() instanceof Host.Ssh access) {
            return of(host, access, depth);
        }
        return of(host, JumpText.read(host, jump).access(timeout), depth).withoutPassword();
    }

    private Optional<String> proxyCommand(Host.Ssh access, SshConfigSettings said, String user) {
        return said.first("proxycommand")
                .filter(command -> access.jump().isEmpty() && !command.equalsIgnoreCase("none"))
                .map(command -> tokens(said, user)
                        .and('p', String.valueOf(port(access, said)))
                        .fill(command));
    }

    synchronized SshConfig config() {
        if (config.isEmpty()) {
            config = Optional.of(SshConfig.read(settings.configFiles(), settings.home(), settings.localUser()));
        }
        return config.get();
    }
}
