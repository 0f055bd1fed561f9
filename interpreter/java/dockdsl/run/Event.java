package dockdsl.run;

import dockdsl.plan.Change;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostUnreachable;
import java.time.Duration;
import java.util.List;

/** Something that happened during a run. Events of one host come in order; hosts interleave. */
public sealed interface Event {
    /** The host's name in the inventory. */
    String host();

    record Connecting(String host) implements Event {}

    record Connected(String host, Duration took) implements Event {}

    /** There is no way in; the host takes no further part. */
    record Unreachable(String host, HostUnreachable why) implements Event {}

    /** The host gets or wakes its engine. @param step what is done now, such as {@code install docker.io} */
    record Bootstrapping(String host, String step) implements Event {}

    /** Another run holds the lock of the host, and this one waits. */
    record Waiting(String host, LockHolder holder) implements Event {}

    /** Something that does not stop the run but should be known. @param what half a sentence */
    record Warned(String host, String what) implements Event {}

    /** Something that nobody needs any more was removed. @param what such as {@code the image app:1} @param bytes it took */
    record Swept(String host, String what, long bytes) implements Event {}

    record Observed(String host, Duration took) implements Event {}

    /** The host failed outside of any change and takes no further part. */
    record Failed(String host, DockdslException why) implements Event {}

    /** Something that happened to a change. */
    sealed interface OfChange extends Event {
        Change change();

        @Override
        default String host() {
            return change().host();
        }
    }

    /** @param preparing whether this is the part that disturbs nothing */
    record Started(Change change, boolean preparing) implements OfChange {}

    /** @param text a short line that replaces the one before it */
    record Progress(Change change, String text) implements OfChange {}

    record Done(Change change, Duration took) implements OfChange {}

    /**
     * A change went wrong.
     *
     * @param restored whether everything of this change was taken back
     * @param lastLines what the failed container wrote last; may be empty
     */
    record Broke(Change change, DockdslException why, boolean restored, List<String> lastLines) implements OfChange {
        public Broke {
            lastLines = List.copyOf(lastLines);
        }
    }

    /** The engine did as told and warns of something. @param what a sentence of the engine's */
    record Cautioned(Change change, String what) implements OfChange {}

    /** A change that had gone well was undone. @param why half a sentence: {@code app failed on web2} */
    record TakenBack(Change change, String why) implements OfChange {}

    /** @param why half a sentence: {@code redis failed on db1} */
    record Skipped(Change change, String why) implements OfChange {}
}
