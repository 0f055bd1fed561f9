package dockdsl.bootstrap;

import dockdsl.bootstrap.HostFacts.Os;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Distributions that get an engine the same way. */
enum Family {
    DEBIAN(new AptRecipe(), List.of("apt-get"), "debian", "ubuntu"),
    AMAZON(new AmazonRecipe(), List.of("dnf", "yum"), "amzn"),
    ENTERPRISE(new EnterpriseRecipe(), List.of("dnf", "yum"), "rhel", "centos", "ol"),
    FEDORA(new FedoraRecipe(), List.of("dnf"), "fedora"),
    SUSE(new ZypperRecipe(), List.of("zypper"), "suse", "opensuse", "sles"),
    ALPINE(new ApkRecipe(), List.of("apk"), "alpine"),
    ARCH(new PacmanRecipe(), List.of("pacman"), "arch");

    private final Recipe recipe;
    private final List<String> managers;
    private final List<String> ancestors;

    Family(Recipe recipe, List<String> managers, String... ancestors) {
        this.recipe = recipe;
        this.managers = managers;
        this.ancestors = List.of(ancestors);
    }

    /** The family a distribution belongs to; Amazon Linux and the RHEL rebuilds, which also say "fedora", come first. */
    static Optional<Family> of(Os os) {
        return Stream.of(values())
                .filter(family -> family.ancestors.stream().anyMatch(os::descendsFrom))
                .findFirst();
    }

    Recipe recipe() {
        return recipe;
    }

    /** Whether the host has a package manager of the family; an image without one cannot be added to. */
    boolean canInstallOn(HostFacts facts) {
        return managers.stream().anyMatch(facts.packages().managers()::contains);
    }

    String managers() {
        return String.join(" or ", managers);
    }
}
