package dockdsl.cli;

import java.time.Duration;

/**
 * Ends a run that takes longer than it may: nothing more is begun; what is under way gets a minute to end; then connections are cut, and
 * if even that does not end it, the process.
 */
final class Overtime implements AutoCloseable {
    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final Duration LAST_MOMENT = Duration.ofSeconds(20);

    private final RunStory story;
    private final Runnable cut;
    private final Runnable lastResort;
    private final Thread watch;

    private Overtime(Duration most, RunStory story, Runnable cut, Runnable lastResort) {
        this.story = story;
        this.cut = cut;
        this.lastResort = lastResort;
        this.watch = Thread.ofVirtual().unstarted(() -> watch(most));
    }

    /**
     * @param cut closes all connections
     * @param lastResort ends the process
     */
    static Overtime after(Duration most, RunStory story, Runnable cut, Runnable lastResort) {
        Overtime overtime = new Overtime(most, story, cut, lastResort);
        overtime.watch.start();
        return overtime;
    }

    private void watch(Duration most) {
        try {
            Thread.sleep(most);
            story.run().ifPresent(run -> run.halt(RunStory.HALTED));
            if (story.log().hasBegun()) {
                Thread.sleep(GRACE);
            }
            story.cut();
            cut.run();
            Thread.sleep(LAST_MOMENT);
            lastResort.run();
        } catch (InterruptedException itEnded) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run has ended. */
    @Override
    public void close() {
        watch.interrupt();
    }
}
