package dockdsl.bootstrap;

import dockdsl.bootstrap.HostFacts.Init;
import dockdsl.bootstrap.HostFacts.Os;
import dockdsl.model.DockerSpec.Source;
import dockdsl.value.EngineVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Debian, Ubuntu and their descendants. */
final class AptRecipe implements Recipe {
    /** What the stable releases carry, for hosts whose package lists are empty; it never changes in its first number. */
    private static final Map<Integer, String> DEBIAN_CARRIES = Map.of(11, "20.10.5", 12, "20.10.24", 13, "26.1.5");
    /** From this release on Debian has the client in a package of its own, which docker.io only recommends. */
    private static final int CLIENT_APART = 13;

    @Override
    public Offer offer(HostFacts facts, Source source) {
        return source == Source.DOCKER ? fromDocker(facts) : fromDistribution(facts);
    }

    private static Offer fromDistribution(HostFacts facts) {
        var known = facts.packages().distribution();
        var install = installing("docker.io", distributionPackages(facts), facts, known.isPresent());
        return new Offer.Installation(List.of(install), known.or(() -> carriedBy(facts.os())));
    }

    private static Optional<EngineVersion> carriedBy(Os os) {
        return Optional.of(os)
                .filter(it -> it.id().equals("debian"))
                .map(it -> DEBIAN_CARRIES.get(it.major()))
                .flatMap(EngineVersion::in);
    }

    private static List<String> distributionPackages(HostFacts facts) {
        var packages = new ArrayList<>(List.of("docker.io", "ca-certificates"));
        if (!facts.os().descendsFrom("ubuntu") && facts.os().major() >= CLIENT_APART) {
            packages.add("docker-cli");
        }
        return withAppArmor(packages, facts);
    }

    private static Offer fromDocker(HostFacts facts) {
        if (facts.os().codename().isEmpty()) {
            return Offer.refusal(
                    facts.os().label() + " does not tell its code name, by which Docker's repository goes",
                    "leave out `source docker`, or set up Docker's repository by hand");
        }
        var packages = withAppArmor(List.of("docker-ce", "docker-ce-cli", "containerd.io"), facts);
        var install = installing("docker-ce", packages, facts, true);
        var known = facts.packages().docker();
        return new Offer.Installation(
                known.isPresent() ? List.of(install) : List.of(addingRepository(facts), install), known);
    }

    private static List<String> withAppArmor(List<String> packages, HostFacts facts) {
        var all = new ArrayList<>(packages);
        if (facts.packages().needsAppArmor()) {
            all.add("apparmor");
        }
        return all;
    }

    private static Step installing(String name, List<String> packages, HostFacts facts, boolean listsAreThere) {
        var script = new ArrayList<>(preamble());
        if (facts.packages().interrupted()) {
            script.add("dpkg --configure -a");
        }
        if (facts.init() == Init.NONE) {
            script.add(Script.text("no-start.sh").strip());
        }
        script.add(listsAreThere ? installOrRefresh(packages) : refresh() + "\n" + install(packages));
        return Step.of(
                "install " + name + " (" + facts.os().label() + ")",
                "see whether the host reaches its package mirror and whether `dpkg --audit` is silent; run again then",
                Step.INSTALLING,
                String.join("\n", script));
    }

    private static Step addingRepository(HostFacts facts) {
        var address = "https://download.docker.com/linux/" + repositoryOf(facts.os());
        var script = new ArrayList<>(preamble());
        script.add(refresh());
        script.add(install(List.of("ca-certificates", "curl")));
        script.add("mkdir -p /etc/apt/keyrings");
        script.add("curl -fsSL -o /etc/apt/keyrings/docker.asc " + address + "/gpg");
        script.add("chmod 644 /etc/apt/keyrings/docker.asc");
        script.add("echo 'deb [signed-by=/etc/apt/keyrings/docker.asc] " + address + " "
                + facts.os().codename() + " stable' > /etc/apt/sources.list.d/docker.list");
        script.add(refresh());
        return Step.of(
                "add Docker's package repository",
                "see whether the host reaches https://download.docker.com; without it leave out `source docker`",
                Step.INSTALLING,
                String.join("\n", script));
    }

    private static String repositoryOf(Os os) {
        return os.descendsFrom("ubuntu") ? "ubuntu" : os.id().equals("raspbian") ? "raspbian" : "debian";
    }

    private static List<String> preamble() {
        return List.of("set -e", "export DEBIAN_FRONTEND=noninteractive LC_ALL=C");
    }

    private static String installOrRefresh(List<String> packages) {
        return install(packages) + " || {\n" + refresh().indent(2)
                + install(packages).indent(2) + "}";
    }

    private static String install(List<String> packages) {
        return "apt-get -q -y -o DPkg::Lock::Timeout=120 -o Dpkg::Options::=--force-confold"
                + " install --no-install-recommends " + String.join(" ", packages);
    }

    /** Three times, for the lock that a host's own first update holds. */
    private static String refresh() {
        return """
                tries=0
                until apt-get -q update; do
                  tries=$((tries + 1))
                  [ "$tries" -lt 3 ] || exit 1
                  sleep 10
                done""";
    }
}
