package dockdsl.vocabulary;

import dockdsl.value.Check;
import dockdsl.value.ImageRef;
import dockdsl.value.Malformed;
import dockdsl.value.Platform;
import dockdsl.value.PullPolicy;
import dockdsl.value.RestartPolicy;
import dockdsl.value.Signal;
import dockdsl.value.State;
import java.util.List;
import java.util.TreeMap;

/** What a container is made of, and when it runs. */
final class LifeKinds {
    /** An image that names one version, so that everybody can say what runs and go back to it. */
    static final Kind<String> IMAGE = Kind.plain(
            "an image with a tag or a digest, such as 'redis:7.4.1'",
            arguments -> pinned(arguments.allowing().only("an image with a tag or a digest, such as 'redis:7.4.1'")),
            image -> image);

    static final Kind<Signal> SIGNAL = Kind.plain(
            "a signal such as 'SIGQUIT'",
            arguments -> Signal.parse(Arguments.text(arguments.allowing().only("a signal such as 'SIGQUIT'"))),
            Signal::toString);

    static final Kind<RestartPolicy> RESTART = Kind.plain(
                    "always, unlessStopped, never, onFailure or onFailure(5)",
                    arguments -> switch (arguments.allowing().only("always, unlessStopped, never or onFailure(5)")) {
                        case RestartPolicy policy -> policy;
                        case Object other -> RestartPolicy.parse(Arguments.text(other));
                    },
                    RestartPolicy::toString)
            .withTerms(
                    Term.constant("always", RestartPolicy.ALWAYS, "Whenever it ends, and when the engine starts."),
                    Term.constant(
                            "unlessStopped",
                            RestartPolicy.UNLESS_STOPPED,
                            "Like always, but not when it was stopped by hand before the engine started."),
                    Term.constant("never", RestartPolicy.NEVER, "Not at all. The default."),
                    new Term(
                            "onFailure",
                            "onFailure(5)",
                            "When it ends with an error; the number bounds how often in a row.",
                            arguments -> RestartPolicy.onFailure(
                                    arguments.positional().isEmpty()
                                            ? 0
                                            : Arguments.integer(arguments.only("a number")))));

    static final Kind<String> PLATFORM = Kind.plain(
            "a platform such as 'linux/arm64'",
            arguments -> Platform.parse(Arguments.text(arguments.allowing().only("a platform such as 'linux/arm64'")))
                    .toString(),
            platform -> platform);

    static final Kind<State> STATE = Kind.plain(
                    "reloaded, present, started, stopped, restarted or absent",
                    arguments -> switch (arguments
                            .allowing()
                            .only("reloaded, present, started, stopped, restarted or absent")) {
                        case State state -> state;
                        case Object other -> State.parse(Arguments.text(other));
                    },
                    State::toString)
            .withTerms(
                    Term.constant("reloaded", State.RELOADED, "Running, exactly as declared. The default."),
                    Term.constant("present", State.PRESENT, "There, running or not."),
                    Term.constant("started", State.STARTED, "Running; differences are left alone."),
                    Term.constant("stopped", State.STOPPED, "There but not running."),
                    Term.constant("restarted", State.RESTARTED, "Running as declared, and restarted by every apply."),
                    Term.constant("absent", State.ABSENT, "Gone."));

    static final Kind<PullPolicy> PULL = Kind.plain(
                    "missing, always or never",
                    arguments -> switch (arguments.allowing().only("missing, always or never")) {
                        case PullPolicy policy -> policy;
                        case Object other -> PullPolicy.parse(Arguments.text(other));
                    },
                    PullPolicy::toString)
            .withTerms(
                    Term.constant("missing", PullPolicy.MISSING, "When the host does not have it. The default."),
                    Term.constant("always", PullPolicy.ALWAYS, "When the registry has another image under the name."),
                    Term.constant("never", PullPolicy.NEVER, "Never: the host has to have it."));

    static final Kind<List<Check>> CHECKS = new Kind<>(
            "http('/path'), tcp(6379) or exec('command')",
            CheckTerms.TERMS,
            CheckTerms::read,
            checks -> new TreeMap<>());

    private LifeKinds() {}

    private static String pinned(Object value) {
        if (!(value instanceof CharSequence)) {
            throw new Malformed("'" + value + "' is not an image name", "Write it in quotes: image 'redis:7.4.1'.");
        }
        ImageRef image = ImageRef.parse(value.toString());
        if (!image.isPinned()) {
            throw new Malformed(
                    image.tag().isPresent()
                            ? "'" + value + "' is another version tomorrow"
                            : "'" + value + "' has no tag, which means latest",
                    "Nobody can say what runs, or go back to it. Name the version: '" + image.name() + ":1.0'.");
        }
        return value.toString();
    }
}
