package dockdsl.ssh;

import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.problem.HostUnreachable;
import dockdsl.problem.Nearest;
import dockdsl.problem.Problem;
import dockdsl.problem.SourceRef;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Looks whether the keys, certificates and jumps that inventory and SSH configuration name are there; connects to nothing. */
public final class AccessChecker {
    private final SshSettings settings;

    public AccessChecker(SshSettings settings) {
        this.settings = settings;
    }

    /**
     * What stands in the way to hosts. What may be otherwise on another machine, such as a key that is not there, is a warning.
     */
    public List<Problem> of(Inventory inventory) {
        var check = new Check(inventory);
        for (var host : inventory.hosts()) {
            if (host.access() instanceof Host.Ssh access) {
                check.look(host, access);
            }
        }
        return check.problems();
    }

    /** A file that is named for hosts, at the place where it was met first. */
    private record Named(String what, SourceRef where, List<String> hosts) {
        String forHosts() {
            var first = "host '" + hosts.getFirst() + "'";
            return hosts.size() == 1 ? first : first + " and " + (hosts.size() - 1) + " more";
        }
    }

    private final class Check {
        private final Inventory inventory;
        private final Destinations destinations;
        private final KeyRing keys = new KeyRing(Optional.empty(), Passphrases.nobodyToAsk());
        private final SequencedMap<Path, Named> keyFiles = new LinkedHashMap<>();
        private final SequencedMap<Path, Named> certificates = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Check(Inventory inventory) {
            this.inventory = inventory;
            this.destinations = new Destinations(settings, inventory::host);
        }

        void look(Host host, Host.Ssh access) {
            try {
                look(host, access, destinations.said(access));
            } catch (HostUnreachable e) {
                problems.add(noWay(host, host.where(), e));
            }
        }

        private void look(Host host, Host.Ssh access, SshConfigSettings said) {
            access.keyFile()
                    .ifPresentOrElse(
                            key -> note(keyFiles, "key", host, destinations.file(key, said), host.where()),
                            () -> noteAll(keyFiles, "key", "identityfile", host, said));
            noteAll(certificates, "certificate", "certificatefile", host, said);
            lookAtWay(host, access, said);
        }

        private void noteAll(
                SequencedMap<Path, Named> files, String what, String keyword, Host host, SshConfigSettings said) {
            said.all(keyword).stream()
                    .filter(file -> !file.equals("none"))
                    .forEach(file -> note(
                            files,
                            what,
                            host,
                            destinations.file(file, said),
                            said.place(keyword, file).orElse(host.where())));
        }

        private void note(SequencedMap<Path, Named> files, String what, Host host, Path file, SourceRef where) {
            files.computeIfAbsent(file, first -> new Named(what, where, new ArrayList<>()))
                    .hosts()
                    .add(host.name());
        }

        private void lookAtWay(Host host, Host.Ssh access, SshConfigSettings said) {
            var jump = access.jump().or(() -> said.first("proxyjump"));
            var where = access.jump().isPresent()
                    ? host.where()
                    : jump.flatMap(text -> said.place("proxyjump", text)).orElse(host.where());
            try {
                destinations.of(host.name(), access);
            } catch (HostUnreachable e) {
                problems.add(noWay(host, where, e));
                return;
            }
            jump.stream()
                    .flatMap(text -> Stream.of(text.split(",")))
                    .map(String::strip)
                    .filter(stop -> inventory.host(stop).isEmpty() && !stop.equalsIgnoreCase("none"))
                    .map(stop -> JumpText.read(host.name(), stop).address())
                    .filter(stop -> isUnheardOf(stop, access))
                    .forEach(stop -> problems.add(unheardOf(stop, host, where)));
        }

        private static Problem noWay(Host host, SourceRef where, HostUnreachable e) {
            return new Problem(where, "there is no way to host '" + host.name() + "': " + e.getMessage(), e.remedy());
        }

        /** A name with a dot is left to the name server, and so is an address. */
        private boolean isUnheardOf(String name, Host.Ssh access) {
            return !name.matches(".*[.:].*")
                    && !name.equals("localhost")
                    && inventory.host(name).isEmpty()
                    && !destinations.config().names(name, access.options());
        }

        private Problem unheardOf(String name, Host host, SourceRef where) {
            var known = Stream.concat(
                            inventory.hosts().stream().map(Host::name), destinations.config().hosts().stream())
                    .toList();
            return Problem.warning(
                    where,
                    "host '" + host.name() + "' is reached through '" + name
                            + "', which is neither a host of the inventory nor a `Host` of the SSH configuration",
                    Nearest.to(name, known)
                            .map(near -> "Did you mean '" + near + "'?")
                            .orElse("It is left to the name server, which must know its address."));
        }

        List<Problem> problems() {
            keyFiles.forEach((file, named) -> keyProblem(named, file).ifPresent(problems::add));
            certificates.forEach((file, named) ->
                    certificateFault(file).ifPresent(fault -> problems.add(warning(named, file, fault))));
            return List.copyOf(problems);
        }

        private Optional<Problem> keyProblem(Named named, Path file) {
            return switch (keys.look(file)) {
                case KeyFile.Unusable unusable -> Optional.of(warning(named, file, unusable.reason()));
                case KeyFile.Exposed exposed ->
                    Optional.of(warning(
                            named,
                            file,
                            exposed.reason(),
                            "Make it private: `" + Exposure.remedy(file)
                                    + "`. OpenSSH does not use it otherwise, either."));
                case KeyFile.Usable _, KeyFile.Locked _, KeyFile.Public _ -> Optional.empty();
            };
        }

        private Optional<String> certificateFault(Path file) {
            try {
                UserCertificate.read(file);
                return Optional.empty();
            } catch (NoSuchFileException e) {
                return Optional.of("no such file");
            } catch (IOException e) {
                return Optional.of("cannot be read: " + e.getMessage());
            }
        }

        private static Problem warning(Named named, Path file, String fault) {
            return warning(named, file, fault, "Logging in from this machine does without it.");
        }

        private static Problem warning(Named named, Path file, String fault, String remedy) {
            return Problem.warning(
                    named.where(),
                    "the " + named.what() + " for " + named.forHosts() + " can't be used: " + file + ": " + fault,
                    remedy);
        }
    }
}
