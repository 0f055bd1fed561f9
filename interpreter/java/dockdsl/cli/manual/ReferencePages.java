package dockdsl.cli.manual;

import dockdsl.cli.manual.Part.Entries;
import dockdsl.cli.manual.Part.Entry;
import dockdsl.cli.manual.Part.Paragraph;
import java.util.List;

/** The pages about what commands give back to scripts. */
final class ReferencePages {
    static final Page EXIT = new Page(
            "exit codes",
            List.of(
                    new Paragraph("When several apply, an unreachable host counts more than a failed one."),
                    new Entries(
                            "",
                            List.of(
                                    new Entry("0", "All is well, whether something was changed or not."),
                                    new Entry(
                                            "1",
                                            "Nothing to do it on: a missing file, no matching host, a wrong password."),
                                    new Entry("2", "Something failed on a host."),
                                    new Entry("3", "`plan --detailed-exitcode`: there is something to change."),
                                    new Entry(
                                            "4",
                                            "A host was unreachable of which the site wants something; with `--prune`, `destroy` and `rollback` any host."),
                                    new Entry("64", "The command line makes no sense."),
                                    new Entry(
                                            "65", "The site file or the inventory is wrong. Nothing was connected to."),
                                    new Entry("75", "Another run holds a host."),
                                    new Entry("99", "Interrupted, by Ctrl-C or a signal."),
                                    new Entry("250", "A bug in dockdsl.")))));

    static final Page JSON = new Page(
            "json",
            List.of(
                    new Paragraph(
                            "With `--json` standard output is exactly one JSON document, whatever happens; messages for"
                                    + " people go to standard error. Fields are added in later versions, but not renamed or removed"
                                    + " within a major version. A field that has nothing to say is left out where marked with `?`."),
                    new Paragraph("`dockdsl help json --schema` prints all of it as a JSON Schema (draft 2020-12)."),
                    new Entries(
                            "Every document",
                            List.of(
                                    new Entry("command", "The command."),
                                    new Entry("exitCode", "The exit code."),
                                    new Entry(
                                            "problems?",
                                            "Mistakes in files: `file`, `line`, `column`, `what`, `remedy`."),
                                    new Entry(
                                            "warnings?",
                                            "What to think about in the site file, in the same form: check, plan, apply."),
                                    new Entry("error?", "What ended the run as a whole: `what`, `remedy`, `host?`."))),
                    new Entries(
                            "plan, apply, rollback, destroy",
                            List.of(
                                    new Entry("site", "The site's name."),
                                    new Entry(
                                            "changes",
                                            "Each with `host`, `kind` (container, network, volume or image), `name`,"
                                                    + " `container?` (the site's name of it), `verb` (create, pull, build,"
                                                    + " update, replace, start, stop, restart or remove), `reason`,"
                                                    + " `differences` (`setting`, `before?`, `after?`) and"
                                                    + " `where?` (`file`, `line`, `column`)."),
                                    new Entry(
                                            "rollouts",
                                            "How changes come over the hosts: `container`, `wave` (a lower one"
                                                    + " comes first), `batches` (lists of hosts), `mayFail` (hosts),"
                                                    + " `waitSeconds`, `kept` (until when what was replaced is kept: change,"
                                                    + " rollout or run) and `essential`."),
                                    new Entry(
                                            "engines", "What it takes to give hosts their engines, in words, by host."),
                                    new Entry("unchanged", "Each with `host`, `kind`, `name`, `why`."),
                                    new Entry("orphans", "What the site no longer declares: `host`, `kind`, `name`."),
                                    new Entry(
                                            "divergences",
                                            "Containers whose tag means another content on other hosts: `host`, `kind`, `name`,"
                                                    + " `what` (with full digests), `remedy`."),
                                    new Entry(
                                            "refusals",
                                            "What can't be made as declared: `host`, `kind`, `name`, `what`, `remedy`, `where?`."),
                                    new Entry(
                                            "failures",
                                            "What went wrong: `host`, `what`, `remedy`, `unreachable`, and for a change `kind`,"
                                                    + " `name`, `where?`, `restored`, `ignored` and `lastLines`."))),
                    new Entries(
                            "apply, rollback, destroy, bootstrap",
                            List.of(
                                    new Entry(
                                            "applied",
                                            "Whether the plan was carried out; false when the answer was no."),
                                    new Entry(
                                            "recap",
                                            "By host: `ok`, `changed`, `unreachable`, `failed`, `skipped`, `rescued` (taken back"
                                                    + " because others failed) and `ignored` (failures of what is not"
                                                    + " essential); numbers but for `unreachable`, which is true or false."))),
                    new Entries(
                            "status",
                            List.of(
                                    new Entry(
                                            "hosts",
                                            "Each with `host`, `reachable`, `address?`, `engine?` and `api?` (versions), `system?`,"
                                                    + " `architecture?`, `kernel?`, `cpus?` and `memoryBytes?`."),
                                    new Entry(
                                            "containers",
                                            "Each with `host`, `name`, `image`, `imageId`, `digest?` (in full, as the registry knows it),"
                                                    + " `state`, `health?`, `since?` (a time in UTC), `asDeclared`, `drift?` (what `plan` says)"
                                                    + " and `elsewhere?` (when its tag means another content on other hosts)."))),
                    new Entries(
                            "doctor",
                            List.of(
                                    new Entry(
                                            "machines",
                                            "This machine first, without `host`, then every host: `host`, `summary`, `unreachable`,"
                                                    + " `findings` (the worst first: `severity`, which is failure, warning or note,"
                                                    + " `about`, `what`, `meaning`, `remedy`) and `fine` (what is as it should be)."))),
                    new Entries(
                            "rollback",
                            List.of(new Entry(
                                    "stays",
                                    "Containers that were asked to go back and have no way: `host`, `name`, `why`."))),
                    new Entries(
                            "history",
                            List.of(new Entry(
                                    "releases",
                                    "The newest first, each with `release`, `when` (a time in UTC), `command`, `who`,"
                                            + " `onBehalfOf?`, `file`, `commit?`, `dirty`, `version` (of dockdsl) and"
                                            + " `containers`: each with `host`, `name`, `change` (what was to be done),"
                                            + " `settings` (names of those that were not as declared), `result` (done, taken back,"
                                            + " failed or skipped), `image?`, `digest?` and `imageId?`."))),
                    new Entries(
                            "lock",
                            List.of(
                                    new Entry("file", "The lock file that was written."),
                                    new Entry(
                                            "tags",
                                            "Each with `image`, `digest`, `from` (the registry, or the environment it was promoted"
                                                    + " from) and `at` (a time in UTC)."),
                                    new Entry("changed", "What differs from before: `image`, `before?`, `after?`."))),
                    new Entries(
                            "exec",
                            List.of(new Entry(
                                    "hosts",
                                    "Each with `host`, `stdout`, `stderr` and `exitCode?`, or what came instead of it:"
                                            + " `timedOutAfterSeconds?`, `error?`."))),
                    new Entries(
                            "check",
                            List.of(
                                    new Entry("containers", "How many containers are declared, all hosts together."),
                                    new Entry("hosts", "The hosts they are declared for.")))));

    static final Page EVENTS = new Page(
            "events",
            List.of(
                    new Paragraph(
                            "With `--events` a run writes what happens as it happens: one JSON object on each line (NDJSON), written"
                                    + " out at once, with secrets covered. `--events ndjson` writes to standard output, and all text for"
                                    + " people goes to standard error; `--events FILE` writes to a file that is made anew, beside"
                                    + " text or `--json`. Every line has `event` and `at` (a time in UTC). Lines of one host come in"
                                    + " order; hosts interleave. The first line is `begin`, the last one `end`, whatever happens short of"
                                    + " `kill -9`. Later versions may add events and fields."),
                    new Paragraph("`dockdsl help events --schema` prints all of it as a JSON Schema (draft 2020-12)."),
                    new Entries(
                            "Events",
                            List.of(
                                    new Entry("begin", "The first line. Fields: `command`."),
                                    new Entry("connecting", "A host is connected to. Fields: `host`."),
                                    new Entry("connected", "A host let us in. Fields: `host`, `milliseconds`."),
                                    new Entry(
                                            "unreachable",
                                            "There is no way in; the host takes no further part. Fields: `host`, `what`, `remedy`."),
                                    new Entry(
                                            "bootstrapping",
                                            "The host gets or wakes its engine. Fields: `host`, `step`."),
                                    new Entry(
                                            "waiting",
                                            "Another run holds the lock of the host, and this one waits. Fields: `host`, `holder`."),
                                    new Entry(
                                            "warned",
                                            "Something that does not stop the run but should be known. Fields: `host`, `what`."),
                                    new Entry(
                                            "cautioned",
                                            "The engine warned of something while a change was made. Fields: `host`, `change`, `verb`, `what`."),
                                    new Entry(
                                            "swept",
                                            "Something that nobody needs any more was removed. Fields: `host`, `what`, `bytes`."),
                                    new Entry(
                                            "observed",
                                            "What the host has was looked at. Fields: `host`, `milliseconds`."),
                                    new Entry(
                                            "failed",
                                            "The host failed outside of any change and takes no further part. Fields: `host`, `what`, `remedy`."),
                                    new Entry("plan", "What will be done. Fields as in the document of `plan`."),
                                    new Entry(
                                            "started",
                                            "A change is begun. Fields: `host`, `change`, `verb`, `preparing`."),
                                    new Entry(
                                            "progress", "A change goes on. Fields: `host`, `change`, `verb`, `text`."),
                                    new Entry(
                                            "done",
                                            "A change is done. Fields: `host`, `change`, `verb`, `milliseconds`."),
                                    new Entry(
                                            "broke",
                                            "A change went wrong. Fields: `host`, `change`, `verb`, `what`, `remedy`, `restored`, `ignored`, `lastLines`."),
                                    new Entry(
                                            "takenBack",
                                            "A change that had gone well was undone. Fields: `host`, `change`, `verb`, `why`."),
                                    new Entry(
                                            "skipped",
                                            "A change was not begun. Fields: `host`, `change`, `verb`, `why`."),
                                    new Entry("recap", "What became of the hosts. Fields: `hosts`."),
                                    new Entry(
                                            "end",
                                            "The last line, whatever happens. Fields: `exitCode`, `problems?`, `error?`."))),
                    new Entries(
                            "Fields",
                            List.of(
                                    new Entry(
                                            "change",
                                            "`host`, `kind`, `name`, `container?` (the site's name of it) and `where?`."),
                                    new Entry("verb", "What is done to it: create, pull, replace and so on."),
                                    new Entry("milliseconds", "How long it took.")))));

    static final List<Page> ALL = List.of(EXIT, JSON, EVENTS);

    private ReferencePages() {}
}
