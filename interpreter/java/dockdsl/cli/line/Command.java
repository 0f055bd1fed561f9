package dockdsl.cli.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands, each declared once for parser, help, manual and completion. */
public enum Command {
    INIT(
            "init",
            "[FOLDER]",
            "Write the files of a new site, ready to be applied.",
            List.of(Option.NAME, Option.HOST, Option.IMAGE)),
    APPLY(
            "apply",
            "[SITE]",
            "Make the hosts as the site file declares.",
            OptionGroups.connecting(
                    Option.YES,
                    Option.LOCK_WAIT,
                    Option.DRY_RUN,
                    Option.LOCKED,
                    Option.TAGS,
                    Option.PRUNE,
                    Option.DIFF,
                    Option.JSON,
                    Option.EVENTS,
                    Option.QUIET,
                    Option.UNATTENDED,
                    Option.SPLAY,
                    Option.MAX_RUNTIME)),
    PLAN(
            "plan",
            "[SITE]",
            "Show what apply would change, and change nothing.",
            OptionGroups.connecting(
                    Option.DETAILED_EXITCODE,
                    Option.LOCKED,
                    Option.TAGS,
                    Option.PRUNE,
                    Option.DIFF,
                    Option.JSON,
                    Option.EVENTS)),
    CHECK(
            "check",
            "[SITE]",
            "Read the site and the inventory, tell every mistake, connect to nothing.",
            OptionGroups.reading(Option.LOCKED, Option.TAGS, Option.JSON)),
    STATUS(
            "status",
            "[SITE]",
            "Show what runs where, and what is not as declared.",
            OptionGroups.connecting(Option.TAGS, Option.WATCH, Option.USAGE, Option.JSON)),
    LOCK(
            "lock",
            "[SITE]",
            "Write down which digest each tag of the site stands for.",
            OptionGroups.connecting(Option.UPDATE, Option.JSON)),
    HISTORY(
            "history",
            "[CONTAINER] [SITE]",
            "Show which release was made when, by whom, and what became of it.",
            OptionGroups.connecting(Option.NUMBER, Option.JSON)),
    RUNS(
            "runs",
            "[SITE]",
            "Show the runs that were started on this machine, and what became of them.",
            List.of(Option.NUMBER, Option.JSON)),
    SCHEDULE(
            "schedule",
            "ACTION [SITE]",
            "Let apply come by itself, from cron or a systemd timer.",
            List.of(
                    Option.EVERY,
                    Option.CRON,
                    Option.SYSTEMD,
                    Option.SPLAY,
                    Option.MAX_RUNTIME,
                    Option.INVENTORY,
                    Option.LIMIT,
                    Option.TAGS,
                    Option.FORKS,
                    Option.ENVIRONMENT,
                    Option.VAR,
                    Option.LOCK_WAIT,
                    Option.LOCKED,
                    Option.PRUNE,
                    Option.ACCEPT_NEW,
                    Option.VAULT_ID,
                    Option.VAULT_PASSWORD_FILE,
                    Option.AGE_IDENTITY,
                    Option.JSON)),
    ROLLBACK(
            "rollback",
            "[CONTAINER...] [SITE]",
            "Give containers back what an earlier release made of them.",
            OptionGroups.connecting(
                    Option.TO, Option.YES, Option.LOCK_WAIT, Option.DRY_RUN, Option.DIFF, Option.JSON, Option.EVENTS)),
    PROMOTE(
            "promote",
            "FROM TO [SITE]",
            "Give one environment, by digest, what another one runs.",
            OptionGroups.connecting(
                    Option.YES,
                    Option.LOCK_WAIT,
                    Option.DRY_RUN,
                    Option.TAGS,
                    Option.DIFF,
                    Option.JSON,
                    Option.EVENTS)),
    DESTROY(
            "destroy",
            "[SITE]",
            "Remove everything of the site from its hosts.",
            OptionGroups.connecting(Option.YES, Option.LOCK_WAIT, Option.VOLUMES, Option.JSON, Option.EVENTS)),
    PRUNE(
            "prune",
            "[SITE]",
            "Remove from hosts what the site made there and nothing needs any more.",
            OptionGroups.connecting(Option.YES, Option.LOCK_WAIT, Option.DRY_RUN, Option.JSON, Option.EVENTS)),
    BOOTSTRAP(
            "bootstrap",
            "[SITE]",
            "Install and start Docker on the hosts of the site, and nothing else.",
            OptionGroups.connecting(Option.LOCK_WAIT, Option.JSON, Option.EVENTS)),
    INVENTORY(
            "inventory",
            "[SITE]",
            "Show the hosts, groups and variables that an inventory has, connect to nothing.",
            OptionGroups.reading(Option.GRAPH, Option.LIST, Option.HOST)),
    LOGS(
            "logs",
            "[CONTAINER|PATTERN...]",
            "Show what the containers of the site write, on all their hosts in one order.",
            OptionGroups.byHand(
                    Option.SITE,
                    Option.FOLLOW,
                    Option.SINCE,
                    Option.UNTIL,
                    Option.TAIL,
                    Option.GREP,
                    Option.TIMESTAMPS)),
    GRAPH(
            "graph",
            "[SITE]",
            "Draw hosts, containers, links, networks and ports of a site, connect to nothing.",
            OptionGroups.reading(Option.MERMAID, Option.SVG, Option.OUTPUT)),
    REPORT(
            "report",
            "[SITE]",
            "Write what there is to know of a fleet as one HTML page.",
            OptionGroups.connecting(Option.TAGS, Option.OUTPUT)),
    EXEC(
            "exec",
            "PATTERN|CONTAINER -- COMMAND...",
            "Run a command on many hosts at once, or in a container.",
            OptionGroups.connecting(
                    Option.SITE,
                    Option.GATHER,
                    Option.BY_HOST,
                    Option.DIFF,
                    Option.TIMEOUT,
                    Option.SUDO,
                    Option.TTY,
                    Option.USER,
                    Option.WORKDIR,
                    Option.ENV_VAR,
                    Option.JSON)),
    RUN(
            "run",
            "CONTAINER [-- COMMAND...]",
            "Run a container once, with the settings of one of the site's.",
            OptionGroups.byHand(Option.SITE, Option.TTY, Option.USER, Option.WORKDIR, Option.ENV_VAR)),
    TOP(
            "top",
            "[CONTAINER|PATTERN...]",
            "Show the processes of the site's containers.",
            OptionGroups.byHand(Option.SITE, Option.JSON)),
    STATS(
            "stats",
            "[CONTAINER|PATTERN...]",
            "Show what the site's containers use: processor, memory, network, disks.",
            OptionGroups.byHand(Option.SITE, Option.WATCH, Option.JSON)),
    CP(
            "cp",
            "SOURCE DESTINATION",
            "Copy files and folders to hosts and containers, and back.",
            OptionGroups.connecting(Option.SITE, Option.SUDO)),
    SSH("ssh", "HOST [-- COMMAND...]", "Log in to a host.", OptionGroups.byHand(Option.SITE, Option.TTY, Option.SUDO)),
    CONSOLE(
            "console",
            "[SITE]",
            "Type commands, for dockdsl and for the shells of many hosts, over connections that stay open.",
            OptionGroups.connecting(Option.GATHER, Option.BY_HOST, Option.DIFF, Option.TIMEOUT, Option.SUDO)),
    SECRETS(
            "secrets",
            "create|edit|view|encrypt|decrypt|rekey|encrypt_string [FILE...]",
            "Make, show and change files that Ansible Vault or age has encrypted.",
            List.of(
                    Option.VAULT_ID,
                    Option.VAULT_PASSWORD_FILE,
                    Option.ASK_VAULT_PASS,
                    Option.ENCRYPT_VAULT_ID,
                    Option.NEW_VAULT_ID,
                    Option.NEW_VAULT_PASSWORD_FILE,
                    Option.AGE_IDENTITY,
                    Option.AGE_RECIPIENT,
                    Option.AGE_PASSPHRASE,
                    Option.ARMOR,
                    Option.OUTPUT,
                    Option.NAME,
                    Option.STDIN_NAME,
                    Option.PROMPT)),
    DOCTOR(
            "doctor",
            "[SITE]",
            "Look at this machine and the hosts, and say what is wrong and what to do.",
            OptionGroups.connecting(Option.JSON)),
    COMPLETION("completion", "bash|zsh|fish", "Print what makes a shell complete the command line.", List.of()),
    VERSION("version", "", "Print the version of dockdsl and of the Java that it runs on.", List.of()),
    HELP(
            "help",
            "[TOPIC]",
            "Explain a command or a word of the language.",
            List.of(Option.MARKDOWN, Option.MAN, Option.GDSL, Option.SCHEMA));

    private final String word;
    private final String arguments;
    private final String summary;
    private final List<Option> options;

    Command(String word, String arguments, String summary, List<Option> options) {
        this.word = word;
        this.arguments = arguments;
        this.summary = summary;
        this.options = options;
    }

    public static Optional<Command> named(String word) {
        for (Command command : values()) {
            if (command.word.equals(word)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }

    public String word() {
        return word;
    }

    /** {@code dockdsl apply [options] [SITE]}. */
    public String usage() {
        return "dockdsl " + word + (options.isEmpty() ? "" : " [options]")
                + (arguments.isEmpty() ? "" : " " + arguments);
    }

    /** What it calls its arguments, in their order: {@code [CONTAINER...]}, {@code SITE}, {@code bash|zsh|fish}. */
    public List<String> places() {
        return arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));
    }

    public int mostArguments() {
        return arguments.contains("...") ? Integer.MAX_VALUE : arguments.isEmpty() ? 0 : arguments.split(" ").length;
    }

    /** Whether names of containers may stand before the site. */
    public boolean takesNames() {
        return arguments.startsWith("[CONTAINER") || arguments.startsWith("FROM");
    }

    /** Whether the site file is among its arguments; the other commands take {@code --site}. */
    public boolean takesSite() {
        return arguments.endsWith("[SITE]");
    }

    /** Whether its arguments say on which hosts it works. */
    public boolean namesHosts() {
        return this == CP || arguments.startsWith("PATTERN") || arguments.startsWith("HOST");
    }

    /** One sentence for lists. */
    public String summary() {
        return summary;
    }

    /** Paragraphs for its own page, beyond the summary; may be empty. The text is a resource, {@code commands/apply.txt}. */
    public String doc() {
        try (InputStream text = Command.class.getResourceAsStream("/dockdsl/commands/" + word + ".txt")) {
            return text == null ? "" : new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The options that are its own, in the order of its help. */
    public List<Option> options() {
        return options;
    }

    /** Whether what the lock file says matters to it. */
    public boolean readsLock() {
        return LOCK_READERS.contains(this);
    }

    /** Whether it may change hosts: then it claims their locks, and this machine remembers its runs. */
    public boolean changesHosts() {
        return CHANGING.contains(this);
    }

    public boolean takes(Option option) {
        return options.contains(option) || COMMON.contains(option);
    }

    private static final Set<Command> LOCK_READERS = EnumSet.of(APPLY, PROMOTE, PLAN, CHECK, STATUS, LOCK);

    private static final Set<Command> CHANGING = EnumSet.of(APPLY, PROMOTE, ROLLBACK, DESTROY, PRUNE, BOOTSTRAP);

    /** The options that every command takes. */
    public static final List<Option> COMMON = List.of(Option.VERBOSE, Option.STACKTRACE, Option.HELP);
}
