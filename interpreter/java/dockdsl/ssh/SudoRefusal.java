package dockdsl.ssh;

import dockdsl.problem.HostFailed;
import java.util.stream.Stream;

/** Finds the words for a sudo that does not make a user root. */
record SudoRefusal(String host, String user) {
    static final String HOW_TO_GIVE_A_PASSWORD =
            "give its password with --ask-become-pass (-K), or in the inventory by `sudo: env('SUDO_PASSWORD')` or"
                    + " ansible_become_password";

    static boolean isWrongPassword(String said) {
        return has(said, "incorrect password attempt", "Sorry, try again", "Authentication failure");
    }

    HostFailed wrongPassword() {
        return new HostFailed(
                host,
                "sudo does not take the password of " + user,
                "Check it; it is not tried again on this host in this run, because too many wrong ones lock the account.");
    }

    /** @param said what sudo wrote, in English */
    HostFailed of(String said) {
        if (has(said, "you must have a tty")) {
            return new HostFailed(
                    host,
                    "sudo wants a terminal there (`requiretty`), and commands over SSH have none",
                    "Say `Defaults:" + user + " !requiretty` in /etc/sudoers.d, or log in as root.");
        }
        if (has(said, "not found", "No such file")) {
            return new HostFailed(
                    host, user + " has no sudo: it is not installed", "Log in as root, or install sudo on the host.");
        }
        if (has(said, "not in the sudoers file", "not allowed to", "may not run")) {
            return new HostFailed(host, user + " may not use sudo", letUse());
        }
        if (has(said, "password is required", "authentication is required", "terminal is required")) {
            return new HostFailed(
                    host, user + " may not use sudo without a password", sentence(HOW_TO_GIVE_A_PASSWORD) + letUse());
        }
        return new HostFailed(host, "sudo refuses: " + Spoken.firstLine(said), letUse());
    }

    HostFailed silent(String said) {
        return new HostFailed(
                host,
                "sudo neither asks for the password nor begins" + (said.isEmpty() ? "" : "; it says: " + said),
                "Try `sudo -S true` on the host as " + user + "; a sudo that asks for a code can't be answered.");
    }

    HostFailed forbidden() {
        return new HostFailed(
                host,
                "it takes root, and the inventory forbids sudo on this host (`sudo: false`)",
                "Log in as root, or take `sudo: false` out.");
    }

    private String letUse() {
        return "Log in as root, or let " + user + " use sudo: `" + user
                + " ALL=(ALL) NOPASSWD: ALL` in /etc/sudoers.d.";
    }

    private static String sentence(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ". ";
    }

    private static boolean has(String said, String... phrases) {
        return Stream.of(phrases).anyMatch(said::contains);
    }
}
