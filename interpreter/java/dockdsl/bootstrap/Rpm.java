package dockdsl.bootstrap;

/** Installs with dnf, or with yum where there is no dnf; both wait for each other's locks. */
final class Rpm {
    private Rpm() {}

    static String install(HostFacts facts, String... packages) {
        String manager = facts.packages().managers().contains("dnf") ? "dnf" : "yum";
        return "LC_ALL=C " + manager + " -q -y install " + String.join(" ", packages);
    }
}
