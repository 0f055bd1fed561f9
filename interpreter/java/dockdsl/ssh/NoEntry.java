package dockdsl.ssh;

import dockdsl.problem.HostUnreachable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;

/** Finds the words for a login that failed. */
record NoEntry(Attempt attempt, Deadline deadline) {

    HostUnreachable whenConnecting(IOException e, InetAddress address) {
        var to = attempt.destination();
        var place = address.getHostAddress() + " port " + to.port();
        if (isCausedBy(e, NoRouteToHostException.class)) {
            return new HostUnreachable(
                    to.host(), "there is no route to " + place, "Check the network and the address.", e);
        }
        if (isCausedBy(e, ConnectException.class)) {
            return new HostUnreachable(
                    to.host(),
                    place + " refuses connections",
                    "Check that sshd runs there, and the port in the inventory or in ~/.ssh/config.",
                    e);
        }
        return isTimeout(e)
                ? new HostUnreachable(
                        to.host(),
                        place + " does not answer within " + Spoken.duration(to.timeout()),
                        "Check that the host is up and no firewall is in between.",
                        e)
                : new HostUnreachable(to.host(), "connecting to " + place + " failed: " + reason(e), "", e);
    }

    /** Whether somebody was there. MINA tells a connection that ends as soon as it stands like one that was never made. */
    static boolean isAfterConnecting(IOException e) {
        return !isTimeout(e)
                && !isCausedBy(e, ConnectException.class)
                && !isCausedBy(e, NoRouteToHostException.class)
                && String.valueOf(e.getMessage()).contains("No session attached");
    }

    HostUnreachable beforeAWord(IOException e) {
        return new HostUnreachable(
                attempt.destination().host(),
                "the connection was closed before a word of SSH",
                "Check that the port is sshd's, and MaxStartups in its configuration.",
                e);
    }

    HostUnreachable whenJumping(IOException e) {
        var to = attempt.destination();
        return new HostUnreachable(
                to.host(),
                to.via().map(Destination::login).orElse("the host in between") + " could not connect to " + to.address()
                        + " port " + to.port() + ": " + reason(e),
                "Check the address as it is seen from there, and `AllowTcpForwarding` in its sshd_config.",
                e);
    }

    HostUnreachable whenStarting(String proxyCommand, IOException e) {
        return new HostUnreachable(
                attempt.destination().host(),
                "the ProxyCommand `" + Spoken.firstWords(proxyCommand) + "` could not be started: " + reason(e),
                "Check it in the SSH configuration.",
                e);
    }

    HostUnreachable afterConnecting(IOException e, ClientSession session) {
        var to = attempt.destination();
        if (attempt.hostKey().isPresent()) {
            var key = attempt.hostKey().get();
            switch (key.verdict()) {
                case KNOWN -> {}
                case UNKNOWN -> {
                    return unknownKey(key, e);
                }
                case CHANGED -> {
                    return changedKey(key, e);
                }
                case REVOKED -> {
                    return revokedKey(key, e);
                }
            }
        }
        if (isTimeout(e) || deadline.isOver()) {
            return new HostUnreachable(
                    to.host(),
                    "the host accepted the connection but did not finish the login within "
                            + Spoken.duration(to.timeout()),
                    "Check the load of the host and its sshd (`UseDNS no` helps), or give it a longer connect time-out.",
                    e);
        }
        if (disconnectCode(e) == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
                || !attempt.offered().isEmpty()) {
            return refused(e);
        }
        if (to.proxyCommand().isPresent() && session.getServerVersion() == null) {
            return new HostUnreachable(
                    to.host(),
                    "the ProxyCommand `" + Spoken.firstWords(to.proxyCommand().get()) + "` ended before a word of SSH",
                    "Try it by itself, and OpenSSH's own client with the same configuration.",
                    e);
        }
        return session.getServerVersion() == null
                ? beforeAWord(e)
                : new HostUnreachable(to.host(), "the login failed: " + reason(e), "", e);
    }

    private HostUnreachable unknownKey(HostKey key, IOException e) {
        var to = attempt.destination();
        var compare =
                "Compare the fingerprint with the host's own (`ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub` there);"
                        + " if it is right, ";
        return new HostUnreachable(
                to.host(),
                "its host key is not known: " + key.type() + " " + key.fingerprint() + " for " + to.knownAs()
                        + certificate(key),
                compare
                        + (to.unknownKeys() == Destination.UnknownKeys.REFUSE
                                ? "add the key to " + to.knownHosts().forNewKeys()
                                        + " by hand, as `StrictHostKeyChecking yes` of the SSH configuration wants it."
                                : "run the same command once with --accept-new, which stores the key in "
                                        + to.knownHosts().forNewKeys() + "."),
                e);
    }

    private static String certificate(HostKey key) {
        return key.certificateFault()
                .map(fault -> "; its certificate is of an authority in known_hosts, but " + fault)
                .orElse("");
    }

    private HostUnreachable changedKey(HostKey key, IOException e) {
        var to = attempt.destination();
        return new HostUnreachable(
                to.host(),
                "its host key has changed: it shows " + key.type() + " " + key.fingerprint() + ", and known_hosts has"
                        + " another key for " + to.knownAs() + certificate(key),
                "Somebody may be listening in, or the host was made anew. Only if you know that it was, remove the old key"
                        + " with `ssh-keygen -f " + to.knownHosts().forNewKeys() + " -R '" + to.knownAs()
                        + "'` and accept the new one.",
                e);
    }

    private HostUnreachable revokedKey(HostKey key, IOException e) {
        var to = attempt.destination();
        return new HostUnreachable(
                to.host(),
                "its host key is revoked: " + key.type() + " " + key.fingerprint()
                        + " is marked @revoked in known_hosts",
                "The host needs a new key; until then nothing is sent to it.",
                e);
    }

    private HostUnreachable refused(IOException e) {
        var to = attempt.destination();
        var offered = attempt.offered();
        var nothing = to.methods().contains(LoginMethod.KEYS) ? "no key" : "nothing";
        var what = offered.isEmpty()
                ? "there is " + nothing + " to log in with as " + to.login()
                : to.login() + " was not let in with " + Spoken.list(offered);
        return new HostUnreachable(
                to.host(),
                Stream.of(Stream.of(what), attempt.remarks().stream(), unusedFiles())
                        .flatMap(clauses -> clauses)
                        .collect(Collectors.joining("; ")),
                remedyForRefusal(to),
                e);
    }

    private Stream<String> unusedFiles() {
        return attempt.passedOver().entrySet().stream()
                .map(file -> file.getKey() + " was not used: " + file.getValue().reason());
    }

    private List<Path> exposedFiles() {
        return attempt.passedOver().entrySet().stream()
                .filter(file -> file.getValue() instanceof KeyFile.Exposed)
                .map(Map.Entry::getKey)
                .toList();
    }

    private String remedyForRefusal(Destination to) {
        if (attempt.isPasswordOffered()) {
            return "Check the user and the password; it is not tried again in this run.";
        }
        if (!exposedFiles().isEmpty()) {
            return exposedFiles().stream()
                            .map(file -> "`" + Exposure.remedy(file) + "`")
                            .collect(Collectors.joining(", ", "Make private keys private: ", ". "))
                    + "OpenSSH does not use them otherwise, either.";
        }
        return to.methods().contains(LoginMethod.KEYS)
                ? "Add a public key of yours to ~" + to.user() + "/.ssh/authorized_keys on the host, name the right key"
                        + " (`key:` in the inventory, IdentityFile in ~/.ssh/config) or the right user,"
                        + " or give a password with --ask-pass."
                : "Let the SSH configuration allow keys for this host, or give a password with --ask-pass.";
    }

    private static boolean isTimeout(Throwable e) {
        return isCausedBy(e, TimeoutException.class) || isCausedBy(e, SocketTimeoutException.class);
    }

    private static boolean isCausedBy(Throwable e, Class<? extends Throwable> type) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).anyMatch(type::isInstance);
    }

    private static int disconnectCode(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .filter(SshException.class::isInstance)
                .mapToInt(cause -> ((SshException) cause).getDisconnectCode())
                .filter(code -> code > 0)
                .findFirst()
                .orElse(0);
    }

    private static String reason(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .reduce((first, last) -> last)
                .orElse(e.getClass().getSimpleName());
    }
}
