package dockdsl.bootstrap;

import dockdsl.bootstrap.BootstrapPlan.Impossible;
import dockdsl.bootstrap.HostFacts.Init;
import dockdsl.model.DockerSpec;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person set up on a host that bootstrapping must not override. */
record Obstacles(HostFacts facts, DockerSpec wish) {
    Optional<Impossible> first() {
        return Stream.of(podman(), brokenFile(), masked(), noService(), forbidden())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Impossible> podman() {
        return when(
                facts.docker().podman(),
                "its docker command is Podman's",
                "remove the package podman-docker, and run again to install Docker");
    }

    private Optional<Impossible> brokenFile() {
        boolean matters = !wish.daemon().isEmpty() || !answers();
        return facts.daemonFile() instanceof DaemonFile.Broken broken && matters
                ? Optional.of(new Impossible(
                        DaemonFile.PATH + " is not a JSON object: " + broken.why(), "repair or remove the file"))
                : Optional.empty();
    }

    private Optional<Impossible> masked() {
        return when(
                !answers() && facts.service().isMasked(),
                "docker.service is masked, so somebody forbade it to start",
                "run `systemctl unmask docker` on the host if it may");
    }

    private Optional<Impossible> noService() {
        boolean strayEngine = facts.docker().installed().isPresent() && !answers();
        return when(
                strayEngine && facts.init() != Init.NONE && !facts.service().exists(),
                "dockerd is there and does not run, and no service starts it",
                "remove that dockerd so that a package can be installed, or start it by hand");
    }

    private Optional<Impossible> forbidden() {
        return when(
                !facts.root() && !answers() && facts.service().active(),
                "an engine runs, but the user may neither talk to it nor become root",
                "add the user to the group docker on the host, or allow it `sudo`; a password for that is given with"
                        + " --ask-become-pass or by `sudo:` in the inventory");
    }

    private boolean answers() {
        return facts.docker().answering().isPresent();
    }

    private static Optional<Impossible> when(boolean condition, String reason, String remedy) {
        return condition ? Optional.of(new Impossible(reason, remedy)) : Optional.empty();
    }
}
