package dockdsl.bootstrap;

import dockdsl.host.Command;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Docker's package repository for distributions with dnf or yum.
 *
 * @param distribution Docker's folder for it: fedora, centos or rhel
 */
record RpmRepository(String distribution) {
    private static final String FILE = "/etc/yum.repos.d/docker-ce.repo";

    Offer offer(HostFacts facts) {
        var steps = new ArrayList<Step>();
        if (facts.packages().owner().filter("docker-ce"::equals).isEmpty()) {
            steps.add(adding(facts));
        }
        steps.add(installing(facts));
        return new Offer.Installation(steps, Optional.empty());
    }

    private Step adding(HostFacts facts) {
        var write = Command.script("[ -e " + FILE + " ] || cat > " + FILE)
                .asRootUser()
                .reading(text(facts).getBytes(StandardCharsets.UTF_8));
        return new Step(
                "add Docker's package repository",
                List.of(write),
                List.of(),
                "see whether " + FILE + " can be written");
    }

    private Step installing(HostFacts facts) {
        return Step.of(
                "install docker-ce (" + facts.os().label() + ")",
                "see whether the host reaches https://download.docker.com; a package named as a conflict has to go first",
                Step.INSTALLING,
                Rpm.install(facts, "docker-ce", "docker-ce-cli", "containerd.io"));
    }

    private String text(HostFacts facts) {
        return """
                [docker-ce-stable]
                name=Docker CE Stable
                baseurl=https://download.docker.com/linux/%1$s/%2$s/$basearch/stable
                enabled=1
                gpgcheck=1
                gpgkey=https://download.docker.com/linux/%1$s/gpg
                """.formatted(distribution, facts.os().major());
    }
}
