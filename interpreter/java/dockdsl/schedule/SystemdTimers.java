package dockdsl.schedule;

import dockdsl.problem.NothingToWorkOn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Timers of systemd: of the machine for root, of the user's own manager for others. */
public record SystemdTimers(Path folder, boolean ofSystem, String user) implements Scheduler {
    /** systemd-logind keeps a file here for each user whose manager runs without a login. */
    private static final Path LINGERING = Path.of("/var/lib/systemd/linger");

    public static SystemdTimers of(Path home, Map<String, String> environment, String user) {
        if (user.equals("root")) {
            return new SystemdTimers(Path.of("/etc/systemd/system"), true, user);
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path base = config.startsWith("/") ? Path.of(config) : home.resolve(".config");
        return new SystemdTimers(base.resolve("systemd").resolve("user"), false, user);
    }

    @Override
    public List<Scheduled> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(SystemdTimers::scheduled)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static Optional<Scheduled> scheduled(Path file) {
        return SystemdUnits.key(file.getFileName().toString()).flatMap(key -> {
            try {
                return SystemdUnits.of(key, Files.readString(file));
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void install(Scheduled scheduled) {
        SystemdUnits units = new SystemdUnits(scheduled);
        String timer = SystemdUnits.timerName(scheduled.key());
        systemctl("show-environment");
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(SystemdUnits.serviceName(scheduled.key())), units.service(ofSystem));
            Files.writeString(folder.resolve(timer), units.timer());
        } catch (IOException e) {
            throw unwritable(e);
        }
        systemctl("daemon-reload");
        systemctl("enable", timer);
        systemctl("restart", timer);
    }

    @Override
    public void remove(String key) {
        String timer = SystemdUnits.timerName(key);
        if (!Files.exists(folder.resolve(timer))) {
            return;
        }
        systemctl("disable", "--now", timer);
        try {
            Files.deleteIfExists(folder.resolve(timer));
            Files.deleteIfExists(folder.resolve(SystemdUnits.serviceName(key)));
        } catch (IOException e) {
            throw unwritable(e);
        }
        systemctl("daemon-reload");
    }

    @Override
    public Optional<String> caution() {
        return ofSystem || Files.exists(LINGERING.resolve(user))
                ? Optional.empty()
                : Optional.of("It comes only while " + user + " is logged in; `loginctl enable-linger " + user
                        + "` lets it come always.");
    }

    @Override
    public String name() {
        return folder.toString();
    }

    private void systemctl(String... arguments) {
        List<String> words = new ArrayList<>(List.of("systemctl"));
        if (!ofSystem) {
            words.add("--user");
        }
        words.addAll(List.of(arguments));
        LocalCommand.Result result = new LocalCommand(
                        words, bus(), "Without systemd there is cron: leave out `--systemd`.")
                .run(new byte[0]);
        if (result.exitCode() != 0) {
            throw new NothingToWorkOn(
                    "`" + String.join(" ", words) + "` refuses: " + result.err(),
                    ofSystem
                            ? "Where systemd does not run there is cron: leave out `--systemd`."
                            : "Log in as this user, or let root say `loginctl enable-linger " + user
                                    + "`; or leave out `--systemd` to use cron.");
        }
    }

    /** Who came through su or sudo has a manager, if it runs, and does not know where. */
    private Map<String, String> bus() {
        if (ofSystem || System.getenv("XDG_RUNTIME_DIR") != null) {
            return Map.of();
        }
        try {
            Path own = Path.of("/run/user", String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid")));
            return Files.isDirectory(own) ? Map.of("XDG_RUNTIME_DIR", own.toString()) : Map.of();
        } catch (IOException | UnsupportedOperationException unknown) {
            return Map.of();
        }
    }

    private NothingToWorkOn unwritable(IOException e) {
        return new NothingToWorkOn(
                "The folder " + folder + " can't be used: " + e.getMessage(),
                "Its user has to be able to write to it.",
                e);
    }
}
