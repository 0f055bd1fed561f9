package dockdsl.schedule;

import dockdsl.problem.NothingToWorkOn;
import java.util.List;
import java.util.Optional;

/** The crontab of the user, through the program {@code crontab}. */
public record CrontabOfUser(String user) implements Scheduler {
    @Override
    public List<Scheduled> list() {
        return read().entries();
    }

    @Override
    public void install(Scheduled scheduled) {
        Crontab before = read();
        Crontab after = before.with(scheduled);
        if (!after.equals(before)) {
            run(after.bytes(), "-");
        }
    }

    @Override
    public void remove(String key) {
        Crontab before = read();
        Crontab after = before.without(key);
        if (after.text().isEmpty() && !before.text().isEmpty()) {
            run(new byte[0], "-r");
        } else if (!after.equals(before)) {
            run(after.bytes(), "-");
        }
    }

    @Override
    public Optional<String> caution() {
        return Optional.empty();
    }

    @Override
    public String name() {
        return "the crontab of " + user;
    }

    /** Who has none gets an error from it, and has an empty one. */
    private static Crontab read() {
        LocalCommand.Result result = command("-l").run(new byte[0]);
        if (result.exitCode() != 0 && !result.err().startsWith("no crontab for")) {
            throw refused(result);
        }
        return Crontab.of(result.exitCode() == 0 ? result.out() : new byte[0]);
    }

    private static void run(byte[] input, String argument) {
        LocalCommand.Result result = command(argument).run(input);
        if (result.exitCode() != 0) {
            throw refused(result);
        }
    }

    private static LocalCommand command(String argument) {
        return new LocalCommand(
                List.of("crontab", argument),
                "Install cron (Debian: apt-get install cron), or use a systemd timer with `--systemd`.");
    }

    private static NothingToWorkOn refused(LocalCommand.Result result) {
        return new NothingToWorkOn(
                "`crontab` refuses: " + result.err(),
                "Nothing was changed. /etc/cron.allow and /etc/cron.deny say who may have one; `--systemd` needs none.");
    }
}
