package dockdsl.schedule;

import dockdsl.value.ShellWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The two units of a scheduled command, as text. */
record SystemdUnits(Scheduled scheduled) {
    private static final String TIMES = "X-Dockdsl-Times=";
    private static final String COMMAND = "X-Dockdsl-Command=";
    private static final String PREFIX = "dockdsl-";

    static String timerName(String key) {
        return PREFIX + key + ".timer";
    }

    static String serviceName(String key) {
        return PREFIX + key + ".service";
    }

    /** The key of a timer; empty when it is none of ours. */
    static Optional<String> key(String fileName) {
        return fileName.startsWith(PREFIX) && fileName.endsWith(".timer")
                ? Optional.of(fileName.substring(PREFIX.length(), fileName.length() - ".timer".length()))
                : Optional.empty();
    }

    /** @param ofSystem whether it belongs to the machine and not to a user, who knows nothing of the network */
    String service(boolean ofSystem) {
        List<String> lines = new ArrayList<>();
        lines.add("[Unit]");
        lines.add("Description=dockdsl apply of " + escaped(scheduled.file()));
        if (ofSystem) {
            lines.add("Wants=network-online.target");
            lines.add("After=network-online.target");
        }
        lines.add("");
        lines.add("[Service]");
        lines.add("Type=oneshot");
        lines.add("WorkingDirectory=" + escaped(scheduled.folder().toString()));
        scheduled.environment().forEach((name, value) -> lines.add("Environment=" + quoted(name + "=" + value)));
        lines.add("ExecStart=/usr/bin/env "
                + scheduled.command().stream()
                        .map(word -> quoted(word).replace("$", "$$"))
                        .collect(Collectors.joining(" ")));
        return String.join("\n", lines) + "\n";
    }

    /** What was missed while the machine slept is caught up once. */
    String timer() {
        List<String> lines = new ArrayList<>();
        lines.add("[Unit]");
        lines.add("Description=When dockdsl applies " + escaped(scheduled.file()));
        lines.add("");
        lines.add("[Timer]");
        switch (scheduled.times()) {
            case CronTimes times -> {
                times.calendars().forEach(calendar -> lines.add("OnCalendar=" + calendar));
                lines.add("Persistent=true");
            }
            case Times.Interval interval -> {
                lines.add("OnActiveSec=" + interval.time().toSeconds());
                lines.add("OnUnitActiveSec=" + interval.time().toSeconds());
            }
        }
        lines.add("AccuracySec=1s");
        lines.add("");
        lines.add("[Install]");
        lines.add("WantedBy=timers.target");
        lines.add("");
        lines.add("[X-Dockdsl]");
        lines.add(TIMES + scheduled.times());
        lines.add(COMMAND + scheduled.shellLine());
        return String.join("\n", lines) + "\n";
    }

    /** What a timer that {@link #timer} made is for; empty when it is something else. */
    static Optional<Scheduled> of(String key, String timer) {
        try {
            return Optional.of(
                    Scheduled.of(key, Times.parse(behind(TIMES, timer)), ShellWords.split(behind(COMMAND, timer))));
        } catch (RuntimeException notOurs) {
            return Optional.empty();
        }
    }

    private static String behind(String name, String text) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(name.length()))
                .orElseThrow();
    }

    private static String quoted(String word) {
        return "\"" + escaped(word.replace("\\", "\\\\").replace("\"", "\\\"")) + "\"";
    }

    /** Otherwise a percent sign begins one of systemd's own words. */
    private static String escaped(String text) {
        return text.replace("%", "%%");
    }
}
