package dockdsl.schedule;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.ShellWords;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a crontab. What is not between our own marks is kept byte by byte, so it is read as if every byte were a character.
 */
record Crontab(String text) {
    private static final String BEGIN = "# dockdsl begin ";
    private static final String END = "# dockdsl end ";
    private static final Pattern BLOCK =
            Pattern.compile("^" + BEGIN + "(\\S+).*\\n((?:.*\\n)*?)" + END + "\\1\\n?", Pattern.MULTILINE);
    /** Longer commands are refused by the cron of Debian. */
    private static final int LONGEST = 998;

    static Crontab of(byte[] bytes) {
        return new Crontab(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    Crontab with(Scheduled scheduled) {
        String block = BEGIN + scheduled.key() + " (`dockdsl schedule remove` takes it away)\n" + line(scheduled) + "\n"
                + END + scheduled.key() + "\n";
        Matcher old = old(scheduled.key());
        if (old.find()) {
            return new Crontab(text.substring(0, old.start()) + block + text.substring(old.end()));
        }
        return new Crontab(text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + block);
    }

    Crontab without(String key) {
        Matcher old = old(key);
        return old.find() ? new Crontab(text.substring(0, old.start()) + text.substring(old.end())) : this;
    }

    private Matcher old(String key) {
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1).equals(key)) {
                return block.region(block.start(), text.length());
            }
        }
        return block.region(text.length(), text.length());
    }

    /**
     * A percent sign would end the command, inside of quotes too, unless a backslash stands before it; of two backslashes cron takes one
     * ({@code do_command.c}).
     */
    private static String line(Scheduled scheduled) {
        String command =
                scheduled.shellLine().replaceAll("\\\\(?=[\\\\%])", "\\\\\\\\").replace("%", "\\%");
        if (command.contains("\n") || command.contains("\r")) {
            throw new NothingToWorkOn(
                    "A line of a crontab can't have a line break in it.",
                    "Rename the file or folder whose name has one.");
        }
        byte[] bytes = command.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) {
            throw new NothingToWorkOn(
                    "The command is too long for cron: " + bytes.length + " bytes, and it takes " + LONGEST + ".",
                    "Use `--systemd`, or put variables into a file: `--var @production.yml`.");
        }
        return scheduled.times() + " " + new String(bytes, StandardCharsets.ISO_8859_1);
    }

    List<Scheduled> entries() {
        List<Scheduled> entries = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            entry(block.group(1), block.group(2)).ifPresent(entries::add);
        }
        return entries;
    }

    /** Somebody may have changed the line by hand; what can't be understood is none of ours. */
    private static Optional<Scheduled> entry(String key, String lines) {
        Pattern times = Pattern.compile("^(@\\w+|(?:\\S+\\s+){4}\\S+)\\s+(\\S.*)$");
        for (String line : lines.split("\n")) {
            Matcher parts = times.matcher(line.strip());
            if (!line.startsWith("#") && parts.find()) {
                String command = new String(
                        parts.group(2).replaceAll("\\\\([\\\\%])", "$1").getBytes(StandardCharsets.ISO_8859_1),
                        StandardCharsets.UTF_8);
                try {
                    return Optional.of(Scheduled.of(key, CronTimes.parse(parts.group(1)), ShellWords.split(command)));
                } catch (RuntimeException notOurs) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
