package dockdsl.cli.line;

import java.util.ArrayList;
import java.util.List;

/** The options of the command line, each declared once for parser, help, manual and completion. */
public enum Option {
    INVENTORY(
            "-i",
            "inventory",
            "SOURCE",
            "Where the hosts are: a `.groovy`, `.yml` or `.ini` file, an executable that prints JSON, a folder of these, or names with a comma as in"
                    + " `-i 'web1,web2,'`. Give it several times to join inventories.",
            "hosts",
            "inventory-file"),
    LIMIT(
            "-l",
            "limit",
            "PATTERN",
            "Work on these hosts only: hosts, groups or patterns such as `web*`, `web:!web3`, `web:&eu`, or `@FILE` with one of them per line.",
            "subset"),
    TAGS(
            "-t",
            "tags",
            "TAGS",
            "Work on containers with one of these tags only, `--tags web,nightly`, and leave all others and what is no longer declared as"
                    + " they are.",
            "tag",
            "only"),
    FORKS("-f", "forks", "N", "How many hosts to work on at the same time, 20 unless said.", "parallel", "concurrency"),
    LOCK_WAIT(
            "",
            "lock-wait",
            "DURATION",
            "How long to wait when another run works on the same site and host, such as `90s` or `5m`; without it, such a run is told"
                    + " and this one ends with 75.",
            "lock-timeout",
            "wait"),
    ENVIRONMENT(
            "-E",
            "env",
            "ENVIRONMENT",
            "The environment of the site to work on, such as `production`; the variable DOCKDSL_ENV says the same. Needed by sites"
                    + " that declare environments and no default.",
            "environment",
            "destination",
            "workspace",
            "profile",
            "stage"),
    VAR(
            "-e",
            "var",
            "NAME=VALUE",
            "Set `vars.NAME` for the site file, above the inventory's and the environment's; `@FILE` sets all in a YAML or JSON file."
                    + " Give it several times to set several: later ones win.",
            "extra-vars",
            "set",
            "variable"),
    TO(
            "",
            "to",
            "RELEASE",
            "Go back to what containers were when this release had ended; `dockdsl history` shows the releases.",
            "revision",
            "to-revision",
            "release"),
    NUMBER("-n", "number", "N", "How many releases or runs to show, the newest first; 20 unless said.", "lines", "max"),
    VAULT_ID(
            "",
            "vault-id",
            "ID@SOURCE",
            "A password of Ansible Vault and the id that it goes by, as in `--vault-id prod@vault-pass.sh`. The source is a file, a program"
                    + " that prints it, or `prompt`. Give it several times to have several."),
    VAULT_PASSWORD_FILE(
            "",
            "vault-password-file",
            "FILE",
            "The file with the password of Ansible Vault, or a program that prints it. ANSIBLE_VAULT_PASSWORD_FILE says the same.",
            "vault-pass-file"),
    ASK_VAULT_PASS("-J", "ask-vault-pass", "", "Ask for the password of Ansible Vault.", "ask-vault-password"),
    AGE_IDENTITY(
            "",
            "age-identity",
            "FILE",
            "The file with the key that opens what age has encrypted, as `age-keygen` makes it. AGE_IDENTITY says the same. Give it several"
                    + " times to have several.",
            "identity"),
    ENCRYPT_VAULT_ID("", "encrypt-vault-id", "ID", "Encrypt with the password of this id, when there are several."),
    NEW_VAULT_ID("", "new-vault-id", "[ID@]SOURCE", "The password to encrypt with from now on, and its id."),
    NEW_VAULT_PASSWORD_FILE(
            "", "new-vault-password-file", "FILE", "The file with the password to encrypt with from now on."),
    AGE_RECIPIENT(
            "",
            "age-recipient",
            "KEY",
            "Encrypt with age for this recipient, `age1...`. Give it several times to have several.",
            "recipient"),
    AGE_PASSPHRASE("", "age-passphrase", "", "Encrypt with age and a passphrase, which is asked for.", "passphrase"),
    ARMOR("", "armor", "", "Write what age encrypts as text."),
    OUTPUT("-o", "output", "FILE", "Write to this file instead; `-` is standard output."),
    NAME(
            "",
            "name",
            "NAME",
            "With `secrets encrypt_string`: the variable's name to print before the value. With `init`: the name of the site."),
    STDIN_NAME("", "stdin-name", "NAME", "The same for a value from standard input."),
    PROMPT("-p", "prompt", "", "Ask for the value."),
    YES("-y", "yes", "", "Do it without asking.", "auto-approve", "force", "assume-yes"),
    DRY_RUN(
            "",
            "dry-run",
            "",
            "Show the plan and change nothing; the same as `dockdsl plan`.",
            "check",
            "noop",
            "simulate"),
    DETAILED_EXITCODE(
            "",
            "detailed-exitcode",
            "",
            "End with 3 when there is something to change, so that scripts can tell it from 0, nothing to change."),
    PRUNE("", "prune", "", "Remove what this site once made and no longer declares.", "remove-orphans"),
    LOCKED(
            "",
            "locked",
            "",
            "Take what the lock file says and nothing else: a tag that is not in it is a mistake, told before any connection.",
            "frozen",
            "frozen-lockfile"),
    UPDATE(
            "",
            "update",
            "[IMAGE]",
            "Ask the registries again, for all tags or for this image only: `--update=redis:7.4.1`, or `--update=redis` for all of its"
                    + " tags. Give it several times to name several.",
            "upgrade",
            "refresh"),
    VOLUMES("", "volumes", "", "Remove the site's volumes and their data too. There is no way back.", "with-volumes"),
    DIFF(
            "-D",
            "diff",
            "",
            "Show long values in full; without it they are cut. With `exec`: how the output of hosts differs from what most say."),
    SITE(
            "-s",
            "site",
            "FILE",
            "The site file, or a folder with a `site.groovy` in it; `site.groovy` in this folder when left out.",
            "file",
            "config"),
    GATHER(
            "-b",
            "gather",
            "",
            "Show what hosts say when all are done, and what several say alike only once, below their names.",
            "dshbak"),
    BY_HOST("-L", "by-host", "", "Show what hosts say when all are done, in the order of the inventory."),
    FOLLOW(
            "-f",
            "follow",
            "",
            "Go on with what is written from now on, also by containers that are started again or replaced, until Ctrl-C."),
    SINCE(
            "",
            "since",
            "WHEN",
            "Only what was written since then: how long ago, such as `10m`, or a moment such as `2026-05-31T14:00`."),
    UNTIL("", "until", "WHEN", "Only what was written before, in the same spellings."),
    TAIL("-n", "tail", "N", "Only the last N lines of each container.", "last"),
    GREP("", "grep", "REGEX", "Only lines in which this regular expression is found."),
    TIMESTAMPS("-t", "timestamps", "", "Show when each line was written, by the clock of its host."),
    TTY(
            "-t",
            "tty",
            "",
            "Run it on a terminal, which is yours while it runs: every key goes there. `-it` means the same.",
            "interactive"),
    USER("-u", "user", "USER", "Who runs it in the container: a name or a number, with `:GROUP` if wanted."),
    WORKDIR("-w", "workdir", "FOLDER", "The folder of the container that it starts in.", "chdir", "cwd"),
    ENV_VAR(
            "",
            "env-var",
            "NAME=VALUE",
            "A further variable in its environment. Give it several times to set several."),
    TIMEOUT(
            "",
            "timeout",
            "DURATION",
            "How long a command may take on a host, such as `30s`; without it, as long as it wants.",
            "command-timeout"),
    SUDO("", "sudo", "", "Run it as root, through sudo where the user is not root.", "become"),
    JSON("", "json", "", "Print one JSON document on standard output instead of text.", "format"),
    QUIET("-q", "quiet", "", "Print nothing when nothing was changed and all is well; for cron.", "silent"),
    EVERY(
            "",
            "every",
            "DURATION",
            "How often: 1, 2, 3, 4, 5, 6, 10, 12, 15, 20 or 30 minutes (`15m`), 1, 2, 3, 4, 6, 8 or 12 hours (`2h`), `1d` or `7d`; with"
                    + " `--systemd` any time from a minute on.",
            "interval"),
    CRON(
            "",
            "cron",
            "TIMES",
            "When, as cron spells it: minute, hour, day, month and day of the week, such as `'30 2 * * 1-5'`, or `@hourly`.",
            "at",
            "calendar"),
    SYSTEMD(
            "",
            "systemd",
            "",
            "Use a systemd timer instead of the crontab: of the machine for root, of the user's own systemd for others.",
            "timer"),
    UNATTENDED(
            "",
            "unattended",
            "",
            "Nobody watches: print only what is new, do nothing while another run works on the same hosts, try hosts that never answer less"
                    + " often, keep a log. `dockdsl schedule` says it.",
            "scheduled",
            "non-interactive"),
    SPLAY(
            "",
            "splay",
            "DURATION",
            "With `--unattended` and schedules: wait before the run, so that many machines do not begin at once; always the same part of this time on one"
                    + " machine.",
            "jitter",
            "random-delay"),
    MAX_RUNTIME(
            "",
            "max-runtime",
            "DURATION",
            "With `--unattended` and schedules: begin nothing more after this time, and end with 99; the next run goes on from there.",
            "max-time",
            "deadline"),
    VERBOSE(
            "-v",
            "verbose",
            "",
            "Tell more: `-v` also what is as declared and why, `-vv` also how long things took, `-vvv` also what the libraries log."),
    ACCEPT_NEW(
            "",
            "accept-new",
            "",
            "Trust the key of a host that is met for the first time and store it in known_hosts. A changed key is refused anyway.",
            "accept-host-keys"),
    ASK_PASS(
            "-k",
            "ask-pass",
            "",
            "Ask for the password to log in with, for hosts that accept no key and have none of their own in the inventory.",
            "password",
            "ask-password"),
    ASK_BECOME_PASS(
            "-K",
            "ask-become-pass",
            "",
            "Ask for the password that sudo wants, for hosts that have none of their own in the inventory.",
            "ask-sudo-pass",
            "sudo-password",
            "become-password"),
    GRAPH(
            "",
            "graph",
            "",
            "Show groups and the hosts in them; this is what happens unless something else is asked for.",
            "tree"),
    LIST(
            "",
            "list",
            "",
            "Print hosts, groups and variables as one JSON document, as inventory programs and `ansible-inventory --list` do."),
    HOST(
            "",
            "host",
            "HOST",
            "With `inventory`: print the variables of this host as JSON. With `init`: a host of the new site, such as"
                    + " `deploy@web1.example.com:22`; give it several times to name several."),
    IMAGE(
            "",
            "image",
            "IMAGE",
            "What to run instead of a page that is built on the host; with its tag, as in `--image nginx:1.27.3`."),
    STACKTRACE("", "stacktrace", "", "Print the Java stack trace of an error, for bug reports.", "debug", "trace"),
    MARKDOWN("", "markdown", "", "Print the whole manual as Markdown."),
    GDSL(
            "",
            "gdsl",
            "",
            "Print the completion file for IntelliJ IDEA; save it as `dockdsl.gdsl` beside the site file."),
    EVENTS(
            "",
            "events",
            "ndjson|FILE",
            "Write what happens, as it happens, one JSON object on each line: to standard output with `ndjson`, and then text for people goes"
                    + " to standard error; else to the file. `dockdsl help events` says more.",
            "ndjson",
            "progress"),
    WATCH(
            "-w",
            "watch",
            "[DURATION]",
            "Look again and again, every 2 seconds or as often as is said (`--watch=5s`), and redraw; Ctrl-C ends it.",
            "repeat"),
    USAGE(
            "",
            "usage",
            "",
            "Show what containers use of processors and memory, too; measured over a second.",
            "resources"),
    MERMAID(
            "",
            "mermaid",
            "",
            "Print it as a Mermaid flowchart, which GitHub, GitLab and many editors draw in Markdown."),
    SVG("", "svg", "", "Print it as an SVG picture that needs nothing else.", "picture"),
    SCHEMA(
            "",
            "schema",
            "",
            "Print the JSON Schema (draft 2020-12) of what `--json` prints; with `help events` that of `--events`, with `help inventory`"
                    + " that of `inventory --list`.",
            "json-schema"),
    MAN("", "man", "", "Print the manual page `dockdsl.1`, in roff."),
    VERSION("", "version", "", "Print the version."),
    HELP("-h", "help", "", "Print help.");

    private final String letter;
    private final String longName;
    private final String takes;
    private final String doc;
    private final List<String> synonyms;

    Option(String letter, String longName, String takes, String doc, String... synonyms) {
        this.letter = letter;
        this.longName = longName;
        this.takes = takes;
        this.doc = doc;
        this.synonyms = List.of(synonyms);
    }

    /** {@code -i}, or empty. */
    public String letter() {
        return letter;
    }

    /** {@code --inventory}. */
    public String spelled() {
        return "--" + longName;
    }

    /** Another way to write it that is understood too, with dashes; empty for none. */
    public String alsoSpelled() {
        return this == FORKS ? "--fanout" : "";
    }

    /** What its value is called in help; empty for a switch. */
    public String takes() {
        return takes;
    }

    public boolean takesValue() {
        return !takes.isEmpty() && !mayTakeValue();
    }

    /** Whether a value may follow an equals sign. */
    public boolean mayTakeValue() {
        return takes.startsWith("[");
    }

    public String doc() {
        return doc;
    }

    /** What users of other tools type, with dashes; understood only to name the right one. */
    public List<String> synonyms() {
        List<String> spelled = new ArrayList<>();
        for (String synonym : synonyms) {
            spelled.add("--" + synonym);
        }
        return spelled;
    }

    /** {@code -i, --inventory SOURCE}. */
    public String usage() {
        return (letter.isEmpty() ? "    " : letter + ", ") + spelled() + usageOfValue();
    }

    private String usageOfValue() {
        if (mayTakeValue()) {
            return "[=" + takes.substring(1);
        }
        return takes.isEmpty() ? "" : " " + takes;
    }
}
