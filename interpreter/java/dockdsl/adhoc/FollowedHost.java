package dockdsl.adhoc;

import dockdsl.model.Host;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostUnreachable;
import java.time.Duration;

/** Follows the logs of one host for as long as anybody wants; one that is lost is come back to, and misses nothing. */
final class FollowedHost {
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(3);

    private static final String BROKEN = "the connection was lost";

    private final Host host;
    private final Workshops workshops;
    private final HostLogs logs;
    private final LogNews news;
    private final Watcher watcher;

    /** What was told of it last; empty while all is well. */
    private String told = "";

    /** Who waits to know what is there; told each time. */
    interface Watcher {
        /** All that is there is followed. */
        void seen();

        /** Nobody knows, until it is back. */
        void unseen();
    }

    FollowedHost(Host host, Workshops workshops, HostLogs logs, LogNews news, Watcher watcher) {
        this.host = host;
        this.workshops = workshops;
        this.logs = logs;
        this.news = news;
        this.watcher = watcher;
    }

    /** Until this thread is interrupted. */
    void follow() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                logs.follow(workshops.on(host), this::attached);
                if (!workshops.areWith(host)) {
                    lost(new HostUnreachable(host.name(), BROKEN, ""));
                }
            } catch (DockdslException e) {
                lost(workshops.areWith(host) || e instanceof HostUnreachable ? e : broken(e));
            }
            Waiting.a(BEFORE_TRYING_AGAIN);
        }
    }

    private void attached() {
        watcher.seen();
        if (!told.isEmpty()) {
            told = "";
            news.back(host.name());
        }
    }

    private void lost(DockdslException why) {
        if (!told.equals(why.getMessage())) {
            told = why.getMessage();
            news.lost(new HostUnreachable(host.name(), why.getMessage(), why.remedy(), why).declaredAt(host.where()));
        }
        watcher.unseen();
    }

    /** What was under way when a connection broke says little about that. */
    private DockdslException broken(DockdslException why) {
        return new HostUnreachable(host.name(), BROKEN, "", why);
    }
}
