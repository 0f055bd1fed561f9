package dockdsl.cli;

import dockdsl.check.SiteChecker;
import dockdsl.cli.line.Command;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Questions;
import dockdsl.inventory.InventoryReader;
import dockdsl.lang.ScriptStore;
import dockdsl.lang.SiteFile;
import dockdsl.lang.SiteReader;
import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.model.Selection;
import dockdsl.model.Site;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.ssh.AccessChecker;
import dockdsl.ssh.SshSettings;
import dockdsl.value.Malformed;
import dockdsl.value.Secret;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the site and the inventory that the user named, and checks all of it; connects to nothing. */
record JobReader(Surroundings surroundings, Questions questions, Consumer<Inventory> known) {
    static final String USUAL_FILE = "site.groovy";

    /** One that tells nobody of the hosts there are before they are limited to those that are asked for. */
    JobReader(Surroundings surroundings, Questions questions) {
        this(surroundings, questions, all -> {});
    }

    /** @throws dockdsl.problem.SiteRejected with every mistake of the files */
    Job read(Invocation invocation) {
        Path file = siteFile(invocation);
        Wishes wishes = new Wishes(invocation, surroundings);
        ScriptStore store = store();
        Secrets secrets = new Secrets(invocation, surroundings, questions);
        Optional<Inventory> inventory = named(invocation, secrets);
        SiteFile said = new SiteReader(store, secrets, rules(invocation, secrets))
                .read(file, inventory, wishes.options(secrets));
        tell(said.inventory());
        wishes.asked().filter(name -> said.site().environment().isEmpty()).ifPresent(JobReader::refuse);
        Selection selection = new Tags(invocation).selection(said.site());
        return new Job(
                file.toString(),
                said.site(),
                SiteLock.of(file, said.site(), invocation),
                said.inventory(),
                selection,
                concerned(said.site(), selection, limited(said.inventory(), invocation)),
                said.notifiers(),
                said.warnings());
    }

    /** Hosts on which nothing is worked on are not connected to. */
    private static List<Host> concerned(Site site, Selection selection, List<Host> hosts) {
        return selection.isAll()
                ? hosts
                : hosts.stream()
                        .filter(host -> site.on(host.name()).stream().anyMatch(selection::has))
                        .toList();
    }

    /** Whether there is a site file where the user says, or in this folder. */
    boolean findsSite(Invocation invocation) {
        return Files.isRegularFile(
                wantedFile(Operands.of(invocation, surroundings.folder()).site()));
    }

    private Path wantedFile(String named) {
        Path path = surroundings.folder().resolve(named);
        return named.isEmpty() || Files.isDirectory(path) ? path.resolve(USUAL_FILE) : path;
    }

    /** Whether there is a site file: one that is named, or that of this folder. */
    boolean hasSite(Invocation invocation) {
        return invocation.has(Option.SITE)
                || Files.isRegularFile(surroundings.folder().resolve(USUAL_FILE));
    }

    private Path siteFile(Invocation invocation) {
        String named = Operands.of(invocation, surroundings.folder()).site();
        Path file = wantedFile(named);
        if (!Files.isRegularFile(file)) {
            throw new NothingToWorkOn(
                    named.isEmpty()
                            ? "There is no " + USUAL_FILE + " in this folder."
                            : "There is no file " + file + ".",
                    "Name the site file: `dockdsl " + invocation.command().word()
                            + (invocation.command().takesSite() ? " " : " --site ") + "path/to/site.groovy`.");
        }
        return file;
    }

    /** Passwords that stand in it are covered from now on; others when they are fetched. */
    private void tell(Inventory inventory) {
        inventory.hosts().stream()
                .flatMap(host -> Host.passwords(host.access()))
                .filter(Secret::isAtHand)
                .map(Secret::revealText)
                .distinct()
                .map(Secret::of)
                .forEach(surroundings.screen()::hide);
        known.accept(inventory);
    }

    /** Whether hosts can be got to, and secrets are there, is asked of {@code check} alone: other commands find out. */
    private SiteReader.Rules rules(Invocation invocation, Secrets secrets) {
        return invocation.command() == Command.CHECK
                ? new SiteReader.Rules(SiteChecker::alone, SiteChecker::together, access()::of, secrets::missing)
                : new SiteReader.Rules(SiteChecker::alone, SiteChecker::together);
    }

    private AccessChecker access() {
        return new AccessChecker(
                SshSettings.ofUser(surroundings.home(), surroundings.user(), surroundings.environment()));
    }

    private static void refuse(String environment) {
        throw new NothingToWorkOn(
                "There is no environment '" + environment + "'.",
                "The site has none. It declares one by environment('" + environment + "') { ... }.");
    }

    /**
     * The hosts without their work: of the inventories that are named, else of the site file.
     *
     * @throws dockdsl.problem.SiteRejected with every mistake of the files
     */
    Inventory inventory(Invocation invocation) {
        Inventory inventory = named(invocation, new Secrets(invocation, surroundings, questions))
                .orElseGet(() -> read(invocation).inventory());
        tell(inventory);
        return new Inventory(limited(inventory, invocation), inventory.groups(), inventory.vars());
    }

    /**
     * The hosts that a pattern means.
     *
     * @throws NothingToWorkOn when it means none
     */
    List<Host> chosen(Invocation invocation, String pattern) {
        return matching(inventory(invocation), List.of(pattern), "`" + pattern + "`");
    }

    private Optional<Inventory> named(Invocation invocation, Secrets secrets) {
        List<String> sources = invocation.all(Option.INVENTORY);
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(new InventoryReader(
                                store(), secrets, secrets, surroundings.memory().printouts())
                        .read(sources));
    }

    private ScriptStore store() {
        return ScriptStore.ofUser(surroundings.home(), surroundings.environment(), build());
    }

    private List<Host> limited(Inventory inventory, Invocation invocation) {
        List<String> said = invocation.all(Option.LIMIT);
        return said.isEmpty()
                ? inventory.hosts()
                : matching(
                        inventory,
                        new Limits(invocation, surroundings).patterns(),
                        "`--limit " + String.join(",", said) + "`");
    }

    private static List<Host> matching(Inventory inventory, List<String> patterns, String typed) {
        try {
            Set<Host> chosen = new HashSet<>(inventory.match(patterns));
            return inventory.hosts().stream().filter(chosen::contains).toList();
        } catch (Malformed nothing) {
            throw new NothingToWorkOn(typed + ": " + nothing.getMessage() + ".", nothing.remedy(), nothing);
        }
    }

    /** The version, and when it was built: in a checkout many builds have one version. */
    private static String build() {
        File program = new File(System.getProperty("java.class.path"));
        return VersionCommand.version() + "-" + program.lastModified();
    }
}
