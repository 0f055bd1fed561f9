package dockdsl.doctor;

import dockdsl.doctor.Check.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is looked at on the machine that dockdsl runs on. */
final class MachineChecks {
    private static final int NEEDED_JAVA = 25;
    private static final long SCARCE = 50_000_000;

    static final List<Check<MachineFacts>> ALL = List.of(
            Check.of("Java", MachineChecks::java),
            Check.of("home", MachineChecks::home),
            Check.of("disk", MachineChecks::disk),
            Check.of("SSH configuration", MachineChecks::unreadable),
            Check.of("SSH configuration", MachineChecks::writable),
            Check.of("SSH configuration", MachineChecks::foreign),
            Check.of("SSH configuration", MachineChecks::objections),
            Check.of("SSH configuration", MachineChecks::missing),
            Check.of("keys", MachineChecks::openKeys),
            Check.of("SSH agent", MachineChecks::agent),
            Check.of("known_hosts", MachineChecks::odd),
            Check.of("terminal", MachineChecks::terminal));

    private MachineChecks() {}

    private static Optional<Said> java(MachineFacts facts) {
        return facts.java() >= NEEDED_JAVA
                ? Optional.empty()
                : Said.failure(
                        "This is Java " + facts.java() + ".",
                        "dockdsl is made for " + NEEDED_JAVA + ".",
                        "Install it, or name one by DOCKDSL_JAVA_HOME.");
    }

    private static Optional<Said> home(MachineFacts facts) {
        return facts.homeWritable()
                ? Optional.empty()
                : Said.warning(
                        "Nothing can be written in " + facts.home() + ".",
                        "Keys of new hosts are not kept, and site files are compiled on every run.",
                        "Set HOME to a folder of yours, or mend its owner and mode.");
    }

    private static Optional<Said> disk(MachineFacts facts) {
        return facts.cacheFree() < 0 || facts.cacheFree() >= SCARCE
                ? Optional.empty()
                : Said.warning(
                        facts.cacheFree() / 1_000_000 + " MB are free where caches are kept.",
                        "Site files are compiled on every run when nothing can be kept.",
                        "Make room, or let XDG_CACHE_HOME be a folder on another disk.");
    }

    private static Optional<Said> unreadable(MachineFacts facts) {
        return facts.unreadable().isEmpty()
                ? Optional.empty()
                : Said.failure(
                        names(facts.unreadable()) + " can't be read.",
                        "Hosts are not found, or not known.",
                        "Mend owner and mode: `chown $USER`, `chmod 600`.");
    }

    private static Optional<Said> writable(MachineFacts facts) {
        return facts.writableByOthers().isEmpty()
                ? Optional.empty()
                : Said.warning(
                        names(facts.writableByOthers()) + " can be written by others.",
                        "Somebody else can say where your connections go; `ssh` refuses such a file.",
                        "chmod go-w " + names(facts.writableByOthers(), " "));
    }

    private static Optional<Said> foreign(MachineFacts facts) {
        return facts.foreign().isEmpty()
                ? Optional.empty()
                : Said.warning(
                        names(facts.foreign()) + (facts.foreign().size() == 1 ? " belongs" : " belong")
                                + " to somebody else.",
                        "Who owns it can say where your connections go; `ssh` refuses such a configuration.",
                        "chown $USER " + names(facts.foreign(), " "));
    }

    private static Optional<Said> objections(MachineFacts facts) {
        List<String> objections = facts.configuration().objections();
        return objections.isEmpty()
                ? Optional.empty()
                : Said.warning(
                        String.join("; ", objections) + ".",
                        "So says `ssh`, which does not start with such a configuration. dockdsl leaves out what it does not know.",
                        "Mend what is there, or let `IgnoreUnknown OPTION` stand above it.");
    }

    private static Optional<Said> missing(MachineFacts facts) {
        List<String> missing = facts.configuration().missing();
        return missing.isEmpty()
                ? Optional.empty()
                : Said.note(
                        "The configuration of SSH includes what is not there: " + String.join(", ", missing) + ".",
                        "Hosts that are named in such a file are not known, and neither `ssh` nor a run says so.",
                        "Make the file, or take the line away.");
    }

    private static Optional<Said> openKeys(MachineFacts facts) {
        return facts.openKeys().isEmpty()
                ? Optional.empty()
                : Said.warning(
                        "Others than the owner have rights to " + names(facts.openKeys()) + ".",
                        "A private key that others know is not private; neither `ssh` nor dockdsl uses it.",
                        "chmod 600 " + names(facts.openKeys(), " "));
    }

    private static Optional<Said> agent(MachineFacts facts) {
        if (facts.agentSaid().isEmpty()) {
            return facts.keys().isEmpty()
                    ? Said.warning(
                            "There is neither an SSH agent nor a key in "
                                    + facts.home().resolve(".ssh") + ".",
                            "Hosts can be logged in to with keys that the inventory names, or with passwords.",
                            "Make a key by `ssh-keygen -t ed25519`, and bring it to hosts by `ssh-copy-id HOST`.")
                    : Optional.empty();
        }
        if (facts.agentKeys().isEmpty()) {
            return Said.warning(
                    "The SSH agent at " + facts.agentSaid() + " does not answer.",
                    "Its keys are not offered.",
                    "Start one (`eval $(ssh-agent)`), or unset SSH_AUTH_SOCK.");
        }
        return facts.agentKeys().getAsInt() == 0 && facts.keys().isEmpty()
                ? Said.warning("The SSH agent has no keys.", "There is none to offer to hosts.", "ssh-add ~/.ssh/KEY")
                : Optional.empty();
    }

    private static Optional<Said> odd(MachineFacts facts) {
        return facts.odd().isEmpty()
                ? Optional.empty()
                : Said.note(
                        "known_hosts says nothing in line "
                                + facts.odd().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".",
                        "Such lines are left out.",
                        "Remove them.");
    }

    private static Optional<Said> terminal(MachineFacts facts) {
        return facts.terminal()
                .filter(MachineChecks::simple)
                .flatMap(type -> Said.note(
                        type.isEmpty() ? "TERM is not set." : "The terminal is called " + type + ".",
                        "There are no colours and no progress.",
                        "Set TERM to what the terminal is, such as xterm-256color."));
    }

    private static boolean simple(String type) {
        return type.isEmpty() || type.equals("dumb") || type.equals("unknown");
    }

    private static String names(List<Path> files) {
        return names(files, ", ");
    }

    private static String names(List<Path> files, String between) {
        return files.stream().map(Path::toString).collect(Collectors.joining(between));
    }
}
