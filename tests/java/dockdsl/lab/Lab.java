package dockdsl.lab;

import dockdsl.model.Host;
import dockdsl.problem.SourceRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A lab of real hosts, brought up on first use and left running for the next test.
 *
 * <p>Host names must not clash within a lab; the lab's name keeps it apart from those of other test classes.
 */
public final class Lab implements AutoCloseable {
    /** Which engine hosts have that ask for none in particular: Debian 12's, or {@code trixie}, {@code sid} or {@code containerd}. */
    private static final String ENGINE = System.getenv().getOrDefault("DOCKDSL_LAB_ENGINE", "");

    /** Which of the JVMs that run tests at the same time this is: each has labs of its own. */
    private static final String FORK = System.getProperty("dockdsl.test.fork", "1");

    private final String name;
    private final Map<String, LabHost> hosts;
    private final Map<String, String> facts;

    private Lab(String name, Map<String, LabHost> hosts, Map<String, String> facts) {
        this.name = name;
        this.hosts = hosts;
        this.facts = facts;
    }

    /**
     * Brings a lab to this shape; quick when it stands already.
     *
     * @param hosts each {@code name} or {@code name:kind}, kind being one of those that {@code lab help} lists; docker, or what
     *     {@code DOCKDSL_LAB_ENGINE} makes of it, when it is not said
     */
    public static Lab up(String name, String... hosts) {
        return up(named(name), List.of("--hosts", shape(hosts)));
    }

    /** As {@link #up}, with the registries and the images that the applications need. */
    public static Lab upWithRegistry(String name, String... hosts) {
        return up(named(name), List.of("--hosts", shape(hosts), "--registry"));
    }

    private static String named(String name) {
        String own = FORK.equals("1") ? name : name + FORK;
        return ENGINE.isEmpty() ? own : own + "-" + ENGINE;
    }

    private static String shape(String... hosts) {
        return Arrays.stream(hosts)
                .map(host -> ENGINE.isEmpty() || host.contains(":") ? host : host + ":docker-" + ENGINE)
                .collect(Collectors.joining(","));
    }

    private static Lab up(String name, List<String> shape) {
        LabScript.run("up", name, shape).orFail();
        return new Lab(name, hostsOf(name), factsOf(name));
    }

    /** The host for a model, logging in as this user with the lab's key. */
    public Host host(String hostName, String user) {
        return new Host(
                hostName, new LinkedHashSet<>(), Map.of(), access(hostName, user), Optional.empty(), somewhere());
    }

    /** The host for a model, logging in as root with the lab's key. */
    public Host host(String hostName) {
        return host(hostName, "root");
    }

    /** How to get to a host; {@code deploy} is told to use sudo, as it must. */
    public Host.Ssh access(String hostName, String user) {
        var host = labHost(hostName);
        return new Host.Ssh(
                host.address(),
                Optional.of(host.port()),
                Optional.of(user),
                Optional.of(key().toString()),
                Optional.empty(),
                user.equals("deploy") ? Host.Sudo.WANTED : Host.Sudo.UNSAID,
                Host.Ssh.USUAL_TIMEOUT);
    }

    public String address(String hostName) {
        return labHost(hostName).address();
    }

    public List<String> hostNames() {
        return List.copyOf(hosts.keySet());
    }

    /** The private key that every user of every host accepts. */
    public Path key() {
        return Path.of(fact("LAB_KEY"));
    }

    public Path knownHosts() {
        return Path.of(fact("LAB_KNOWN_HOSTS"));
    }

    /** The configuration with which OpenSSH's own client gets to the hosts. */
    public Path sshConfig() {
        return Path.of(fact("LAB_SSH_CONFIG"));
    }

    /** One of the variables of {@code lab env}, such as {@code LAB_REGISTRY}. */
    public String fact(String variable) {
        return Optional.ofNullable(facts.get(variable))
                .orElseThrow(() -> new IllegalArgumentException("the lab does not tell " + variable));
    }

    /** Runs a command as root with OpenSSH's client and gives its standard output; a failure fails the test. */
    public String ssh(String hostName, String command) {
        return trySsh(hostName, command).orFail();
    }

    /** Runs a command as {@code [user@]host} with OpenSSH's client. */
    public LabOutput trySsh(String hostName, String command) {
        return LabScript.run("ssh", name, List.of(hostName, command));
    }

    /** Docker's own command line against the engine of a host; a failure fails the test. */
    public String docker(String hostName, String... arguments) {
        return tryDocker(hostName, arguments).orFail();
    }

    /** Docker's own command line against the engine of a host. */
    public LabOutput tryDocker(String hostName, String... arguments) {
        var words = new ArrayList<>(List.of(hostName));
        words.addAll(Arrays.asList(arguments));
        return LabScript.run("docker", name, words);
    }

    /** Whatever the tests before left on a host, with the volumes that nobody named. */
    public void removeContainers(String hostName) {
        var removal = new ArrayList<>(List.of("rm", "-f", "-v"));
        docker(hostName, "ps", "-aq").lines().forEach(removal::add);
        if (removal.size() > 3) {
            docker(hostName, removal.toArray(String[]::new));
        }
    }

    /** @param fault sshd-stop, sshd-start, sshd-freeze, sshd-thaw, drop, undrop, pause, unpause, kill or start */
    public void fault(String hostName, String fault) {
        LabScript.run("fault", name, List.of(hostName, fault)).orFail();
    }

    /** Removes the hosts and everything on them. */
    public void down() {
        LabScript.run("down", name, List.of()).orFail();
    }

    /** Leaves the lab up: bringing it up again costs a second, making it anew many. */
    @Override
    public void close() {}

    private LabHost labHost(String hostName) {
        return Optional.ofNullable(hosts.get(hostName))
                .orElseThrow(() -> new IllegalArgumentException("lab " + name + " has no host " + hostName));
    }

    private static Map<String, LabHost> hostsOf(String name) {
        var hosts = new LinkedHashMap<String, LabHost>();
        LabScript.run("list", name, List.of())
                .orFail()
                .lines()
                .map(LabHost::read)
                .forEach(h -> hosts.put(h.name(), h));
        return hosts;
    }

    private static Map<String, String> factsOf(String name) {
        var facts = new LinkedHashMap<String, String>();
        for (var line : LabScript.run("env", name, List.of()).orFail().lines().toList()) {
            var assignment = line.split("=", 2);
            facts.put(assignment[0], assignment[1]);
        }
        return facts;
    }

    private static SourceRef somewhere() {
        return SourceRef.startOf("lab");
    }

    private record LabHost(String name, String kind, String address, int port) {
        static LabHost read(String line) {
            var fields = line.split("\t");
            return new LabHost(fields[0], fields[1], fields[2], Integer.parseInt(fields[3]));
        }
    }
}
