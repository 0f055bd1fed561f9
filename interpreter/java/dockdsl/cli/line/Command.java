package dockdsl.cli.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands, each declared once for parser, help, manual and completion. */
public enum Command {
    APPLY(
            "apply",
            "[SITE]",
            "Make the hosts as the site file declares.",
            """
            Reads the site file, connects to its hosts, shows the plan and carries it out. What is as declared is not touched: \
            a second apply changes nothing. On a terminal it asks before it changes something, unless told `--yes`; without a \
            terminal, as in CI or cron, it does not ask. A host that has no Docker yet gets it first.

            SITE is the site file, or a folder with a `site.groovy` in it; `site.groovy` in this folder when left out.\
            """,
            withKeys(
                    Option.INVENTORY,
                    Option.LIMIT,
                    Option.FORKS,
                    Option.ENVIRONMENT,
                    Option.VAR,
                    Option.YES,
                    Option.LOCK_WAIT,
                    Option.DRY_RUN,
                    Option.LOCKED,
                    Option.PRUNE,
                    Option.DIFF,
                    Option.JSON,
                    Option.QUIET,
                    Option.ACCEPT_NEW)),
    PLAN(
            "plan",
            "[SITE]",
            "Show what apply would change, and change nothing.",
            """
            Connects to the hosts and looks, but touches nothing there. Every change is shown with its reason and, setting by \
            setting, with the value before and after. `apply` does exactly what `plan` shows.\
            """,
            withKeys(
                    Option.INVENTORY,
                    Option.LIMIT,
                    Option.FORKS,
                    Option.ENVIRONMENT,
                    Option.VAR,
                    Option.DETAILED_EXITCODE,
                    Option.LOCKED,
                    Option.PRUNE,
                    Option.DIFF,
                    Option.JSON,
                    Option.ACCEPT_NEW)),
    CHECK(
            "check",
            "[SITE]",
            "Read the site and the inventory, tell every mistake, connect to nothing.",
            "All mistakes are told in one run, each with its place in the file. For editors and CI: it needs no network.",
            withKeys(Option.INVENTORY, Option.LIMIT, Option.ENVIRONMENT, Option.VAR, Option.LOCKED, Option.JSON)),
    STATUS(
            "status",
            "[SITE]",
            "Show what runs where, and what is not as declared.",
            "One line per container: its image, its state and health, since when, and whether it is as the site file declares.",
            withKeys(
                    Option.INVENTORY,
                    Option.LIMIT,
                    Option.FORKS,
                    Option.ENVIRONMENT,
                    Option.VAR,
                    Option.JSON,
                    Option.ACCEPT_NEW)),
    LOCK(
            "lock",
            "[SITE]",
            "Write down which digest each tag of the site stands for.",
            """
            Asks the registries, through a host of the site that can be reached, and writes `site.lock` beside the site file. Tags \
            that are in it already stay as they are unless told `--update`; tags that the site no longer has go. Nothing is changed \
            on the hosts.

            From then on `apply` brings every host to exactly these digests, even where a tag has moved since, and `pull always` \
            asks no registry for them. With `--locked` it refuses a tag that is not in the file. Images that are built on the host, \
            given by digest or never pulled are not in it.\
            """,
            withKeys(
                    Option.INVENTORY,
                    Option.LIMIT,
                    Option.FORKS,
                    Option.ENVIRONMENT,
                    Option.VAR,
                    Option.UPDATE,
                    Option.JSON,
                    Option.ACCEPT_NEW)),
    HISTORY(
            "history",
            "[CONTAINER] [SITE]",
            "Show which release was made when, by whom, and what became of it.",
            """
            Asks the hosts, which remember every run that changed a container, so that it shows the same on every machine. The \
            newest release comes first, with the version of each container: its tag and the beginning of the digest under which \
            the registry has it. What a host keeps of a release is on the page `ledger` of the manual.

            CONTAINER is a container's name in the site, or on its host as `web-2`; all containers when left out.\
            """,
            withKeys(
                    Option.INVENTORY,
                    Option.LIMIT,
                    Option.FORKS,
                    Option.ENVIRONMENT,
                    Option.VAR,
                    Option.NUMBER,
                    Option.JSON,
                    Option.ACCEPT_NEW)),
    ROLLBACK(
            "rollback",
            "[CONTAINER...] [SITE]",
            "Give containers back what an earlier release made of them.",
            """
            Goes back to the image and the settings of that release, whatever the site file says by now; networks, volumes and their \
            data stay. Images that are still on a host are not pulled. Hosts keep no content of files and secrets: those come as the site \
            declares them now, which the plan says, and what is not declared any more is refused. It shows a plan and asks on a terminal, as `apply` does, and \
            is a release of its own. The next `apply` makes everything as the site file declares again.

            Without names and `--to` it undoes the newest release that did something. With names, each container goes back to what \
            it was before what it is now. With `--to`, to what it was when that release had ended. Never to a release that failed.\
            """,
            List.of(
                    Option.INVENTORY,
                    Option.LIMIT,
                    Option.FORKS,
                    Option.ENVIRONMENT,
                    Option.VAR,
                    Option.TO,
                    Option.YES,
                    Option.LOCK_WAIT,
                    Option.DRY_RUN,
                    Option.DIFF,
                    Option.JSON,
                    Option.ACCEPT_NEW)),
    DESTROY(
            "destroy",
            "[SITE]",
            "Remove everything of the site from its hosts.",
            """
            Removes the site's containers and networks; its volumes, which hold data, only with `--volumes`. What belongs to \
            other sites or was made by hand stays. On a terminal it asks first; without a terminal it insists on `--yes`.\
            """,
            withKeys(
                    Option.INVENTORY,
                    Option.LIMIT,
                    Option.FORKS,
                    Option.ENVIRONMENT,
                    Option.VAR,
                    Option.YES,
                    Option.LOCK_WAIT,
                    Option.VOLUMES,
                    Option.JSON,
                    Option.ACCEPT_NEW)),
    BOOTSTRAP(
            "bootstrap",
            "[SITE]",
            "Install and start Docker on the hosts of the site, and nothing else.",
            "`apply` does this by itself where it is needed; this prepares hosts beforehand.",
            withKeys(
                    Option.INVENTORY,
                    Option.LIMIT,
                    Option.FORKS,
                    Option.ENVIRONMENT,
                    Option.VAR,
                    Option.LOCK_WAIT,
                    Option.JSON,
                    Option.ACCEPT_NEW)),
    INVENTORY(
            "inventory",
            "[SITE]",
            "Show the hosts, groups and variables that an inventory has, connect to nothing.",
            """
            Shows what `-i` names, however many there are, as every other command sees it; without `-i` the hosts that the site \
            file declares. Groups are shown with all of their hosts, those of inner groups included. Passwords are not shown.\
            """,
            withKeys(
                    Option.INVENTORY,
                    Option.LIMIT,
                    Option.ENVIRONMENT,
                    Option.VAR,
                    Option.GRAPH,
                    Option.LIST,
                    Option.HOST)),
    EXEC(
            "exec",
            "PATTERN -- COMMAND...",
            "Run a command on many hosts at once.",
            """
            PATTERN names hosts, groups or both as `--limit` does: `web`, `web:!web2`, `web[01:03]`, `all`. Words behind it are joined \
            by blanks and read by the shell of each host, as `ssh` does; options of the command come after `--`.

            Every line is shown as it comes, behind the name of its host. Standard input goes to all hosts. Ends with the largest \
            exit code of a host; 124 when one took too long, at least 4 when one was not reached.\
            """,
            List.of(
                    Option.INVENTORY,
                    Option.SITE,
                    Option.ENVIRONMENT,
                    Option.FORKS,
                    Option.VAR,
                    Option.GATHER,
                    Option.BY_HOST,
                    Option.DIFF,
                    Option.TIMEOUT,
                    Option.SUDO,
                    Option.JSON,
                    Option.ACCEPT_NEW)),
    SECRETS(
            "secrets",
            "ACTION [FILE...]",
            "Make, show and change files that Ansible Vault or age has encrypted.",
            """
            The actions are those of `ansible-vault`, which reads what this writes: `create` and `edit` open an editor, `view` shows, \
            `encrypt` and `decrypt` change files in place, `rekey` gives them another password, `encrypt_string` prints a value \
            for a YAML file. Without a file, or with `-`, `encrypt` and `decrypt` work from standard input to standard output.

            A file that is encrypted already is understood by what is in it. New ones are of Ansible Vault; of age they are with \
            `--age-recipient` or `--age-passphrase`. `dockdsl help vault`, `dockdsl help age` say how a site file uses them.\
            """,
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
    VERSION("version", "", "Print the version of dockdsl and of the Java that it runs on.", "", List.of()),
    HELP(
            "help",
            "[TOPIC]",
            "Explain a command or a word of the language.",
            "TOPIC is a command such as `apply` or a word such as `container`, `healthcheck` or `env`.",
            List.of(Option.MARKDOWN, Option.GDSL));

    private final String word;
    private final String arguments;
    private final String summary;
    private final String doc;
    private final List<Option> options;

    Command(String word, String arguments, String summary, String doc, List<Option> options) {
        this.word = word;
        this.arguments = arguments;
        this.summary = summary;
        this.doc = doc;
        this.options = options.contains(Option.ACCEPT_NEW) ? connecting(options) : options;
    }

    /** Whoever may meet a host for the first time may need passwords for it, too. */
    private static List<Option> connecting(List<Option> options) {
        List<Option> more = new ArrayList<>(options);
        more.addAll(List.of(Option.ASK_PASS, Option.ASK_BECOME_PASS));
        return List.copyOf(more);
    }

    /** The options of a command that reads inventories and site files, in which something may be encrypted. */
    private static List<Option> withKeys(Option... own) {
        List<Option> options = new ArrayList<>(List.of(own));
        options.addAll(
                List.of(Option.VAULT_ID, Option.VAULT_PASSWORD_FILE, Option.ASK_VAULT_PASS, Option.AGE_IDENTITY));
        return List.copyOf(options);
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

    public int mostArguments() {
        return arguments.contains("...") ? Integer.MAX_VALUE : arguments.isEmpty() ? 0 : arguments.split(" ").length;
    }

    /** Whether names of containers may stand before the site. */
    public boolean takesNames() {
        return arguments.startsWith("[CONTAINER");
    }

    /** Whether the site file is among its arguments; the other commands take {@code --site}. */
    public boolean takesSite() {
        return arguments.endsWith("[SITE]");
    }

    /** One sentence for lists. */
    public String summary() {
        return summary;
    }

    /** Paragraphs for its own page, beyond the summary; may be empty. */
    public String doc() {
        return doc;
    }

    /** The options that are its own, in the order of its help. */
    public List<Option> options() {
        return options;
    }

    /** Whether what the lock file says matters to it. */
    public boolean readsLock() {
        return switch (this) {
            case APPLY, PLAN, CHECK, STATUS, LOCK -> true;
            case HISTORY, ROLLBACK, DESTROY, BOOTSTRAP, INVENTORY, EXEC, SECRETS, VERSION, HELP -> false;
        };
    }

    public boolean takes(Option option) {
        return options.contains(option) || COMMON.contains(option);
    }

    /** The options that every command takes. */
    public static final List<Option> COMMON = List.of(Option.VERBOSE, Option.STACKTRACE, Option.HELP);
}
