package dockdsl.ssh;

import dockdsl.model.Host;
import dockdsl.problem.HostUnreachable;
import dockdsl.value.Secret;
import java.nio.file.Files;
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
        SshConfig.filesInPlace(access.options()).forEach(file -> require(host, file));
        var said = said(access);
        var user = said.first("user").orElse(settings.user().name());
        return new Destination(
                host,
                said.hostName(),
                port(host, said),
                user,
                access.sudo().or(settings.credentials().sudoPassword()),
                password(access),
                said.first("hostkeyalias"),
                knownHosts(said),
                LoginMethod.leftBy(said),
                keys(access, said),
                unknownKeys(said),
                proxyCommand(access, said),
                jumps(host, access, said, depth),
                remarks(access, said),
                timeout(access, said));
    }

    private static void require(String host, Path configuration) {
        if (!Files.isReadable(configuration)) {
            throw new HostUnreachable(
                    host,
                    "the SSH configuration " + configuration + ", which the inventory names with -F, can't be read",
                    "Check the path; it is meant from the folder in which dockdsl is started.");
        }
    }

    private static Destination.UnknownKeys unknownKeys(SshConfigSettings said) {
        return switch (said.first("stricthostkeychecking").orElse("ask").toLowerCase(Locale.ROOT)) {
            case "accept-new", "no", "false", "off" -> Destination.UnknownKeys.ACCEPT;
            case "yes", "true" -> Destination.UnknownKeys.REFUSE;
            default -> Destination.UnknownKeys.ASK;
        };
    }

    private static int port(String host, SshConfigSettings said) {
        var port = said.first("port").orElse("22");
        if (port.matches("[0-9]{1,5}") && Integer.parseInt(port) > 0 && Integer.parseInt(port) < 1 << 16) {
            return Integer.parseInt(port);
        }
        throw new HostUnreachable(
                host,
                "the SSH configuration says " + said.line("Port").orElseThrow(),
                "A port is a number from 1 to 65535; a comment stands behind a blank.");
    }

    /** A longer patience than the usual one is taken over; a shorter one was not meant for the whole login. */
    private static Duration timeout(Host.Ssh access, SshConfigSettings said) {
        var wanted = said.first("connecttimeout")
                .filter(seconds -> seconds.matches("[0-9]{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        return wanted.filter(patience -> access.connectTimeout().equals(Host.Ssh.USUAL_TIMEOUT))
                .filter(patience -> patience.compareTo(access.connectTimeout()) > 0)
                .orElse(access.connectTimeout());
    }

    private KnownHostsFiles knownHosts(SshConfigSettings said) {
        return new KnownHostsFiles(
                said.all("userknownhostsfile").isEmpty()
                        ? settings.files().knownHosts().users()
                        : paths(said.all("userknownhostsfile"), said),
                said.all("globalknownhostsfile").isEmpty()
                        ? settings.files().knownHosts().machines()
                        : paths(said.all("globalknownhostsfile"), said),
                said.isOn("hashknownhosts"));
    }

    /** Without a file to keep keys in they are kept as long as the run. */
    private List<Path> paths(List<String> files, SshConfigSettings said) {
        return files.stream()
                .map(file -> file.equals("none") ? Path.of("/dev/null") : file(file, said))
                .toList();
    }

    private LoginKeys keys(Host.Ssh access, SshConfigSettings said) {
        var named = access.keyFile().map(List::of).orElseGet(() -> said.all("identityfile"));
        return new LoginKeys(
                files(named, said),
                named.isEmpty() ? settings.user().usualKeys() : List.of(),
                files(said.all("certificatefile"), said),
                agent(said),
                said.isOn("identitiesonly"));
    }

    private List<Path> files(List<String> named, SshConfigSettings said) {
        return named.stream()
                .filter(file -> !file.equals("none"))
                .map(file -> file(file, said))
                .distinct()
                .toList();
    }

    /** What the configuration says about a host of the inventory. */
    SshConfigSettings said(Host.Ssh access) {
        var options = Stream.concat(access.port().map(port -> "Port=" + port).stream(), access.options().stream());
        return config().about(access.address(), access.user(), options.toList());
    }

    /** Where a file is that inventory or configuration name for a host: as with ssh, seen from the current folder. */
    Path file(String named, SshConfigSettings said) {
        var home = settings.user().home().toString();
        var file = named.startsWith("~/") ? home + named.substring(1) : named;
        return Path.of(tokens(said).fill(file)).toAbsolutePath();
    }

    private Optional<Path> agent(SshConfigSettings said) {
        var socket = said.first("identityagent").orElse("SSH_AUTH_SOCK");
        if (socket.equals("SSH_AUTH_SOCK")) {
            return settings.user().agentSocket();
        }
        if (socket.matches("\\$\\w+")) {
            return settings.user().variable(socket.substring(1)).map(Path::of);
        }
        return socket.equals("none") ? Optional.empty() : Optional.of(file(socket, said));
    }

    private Tokens tokens(SshConfigSettings said) {
        return new Tokens(said, settings.user());
    }

    private List<String> remarks(Host.Ssh access, SshConfigSettings said) {
        return Stream.of(
                        said.passedOver().stream()
                                .map(section -> "`" + section + "` of the SSH configuration was not considered"),
                        LoginMethod.KEYS.ruledOutBy(said).stream()
                                .map(line -> "keys are not used, because the SSH configuration says " + line),
                        unsentPassword(access, said).stream()
                                .map(line -> "the password is not sent, because the SSH configuration says " + line))
                .flatMap(clauses -> clauses)
                .toList();
    }

    /** Why a password that is there can't be used. */
    private Optional<String> unsentPassword(Host.Ssh access, SshConfigSettings said) {
        return password(access).isPresent()
                        && LoginMethod.ANSWERS.ruledOutBy(said).isPresent()
                ? LoginMethod.PASSWORD.ruledOutBy(said)
                : Optional.empty();
    }

    private Optional<Secret> password(Host.Ssh access) {
        return access.password().or(settings.credentials()::password);
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
            var stop = jump(host, jump.strip(), access, depth + 1);
            if (way.isEmpty()) {
                way.addAll(stop.jumps());
            }
            way.add(stop);
        }
        return way;
    }

    /** A password that was given for the hosts of the inventory is not for others. */
    private Destination jump(String host, String jump, Host.Ssh behind, int depth) {
        var known = inventory.apply(jump);
        if (known.isPresent() && known.get().access() instanceof Host.Ssh access) {
            return of(host, access, depth);
        }
        return of(host, JumpText.read(host, jump).access(behind), depth).withoutPassword();
    }

    private Optional<String> proxyCommand(Host.Ssh access, SshConfigSettings said) {
        return said.first("proxycommand")
                .filter(command -> access.jump().isEmpty() && !command.equalsIgnoreCase("none"))
                .map(command -> tokens(said).fillCommand(command));
    }

    /** The configuration is read anew. */
    synchronized void refresh() {
        config = Optional.empty();
    }

    synchronized SshConfig config() {
        if (config.isEmpty()) {
            config = Optional.of(SshConfig.read(settings.files().configurations(), settings.user()));
        }
        return config.get();
    }
}
