package dockdsl.run;

import dockdsl.ledger.Deed;
import dockdsl.ledger.LedgerText;
import dockdsl.ledger.Release;
import dockdsl.ledger.Result;
import dockdsl.observed.Stock;
import dockdsl.observed.StoredImage;
import dockdsl.plan.Blueprint;
import dockdsl.plan.Change;
import dockdsl.plan.Difference;
import dockdsl.plan.EngineNames;
import dockdsl.plan.Plan;
import dockdsl.plan.Resource;
import dockdsl.plan.Verb;
import dockdsl.value.ImageRef;
import dockdsl.vocabulary.ContainerWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is written into the ledgers of the hosts after a run.
 *
 * @param run what is known of it before it began: a release without deeds
 * @param blueprints of the containers that it was to make
 */
public record Recording(Release run, List<Blueprint> blueprints, LedgerText text) {
    public Recording {
        blueprints = List.copyOf(blueprints);
    }

    /** Whether it is an apply or a promotion: who rolls back may want to go forward again. */
    boolean isForGood() {
        return Set.of("apply", "promote").contains(run.command());
    }

    /** @param stock what the host has after the run */
    Release release(String host, List<Recap.Result> results, Stock stock) {
        return run.with(results.stream()
                .filter(result -> result.change().host().equals(host))
                .filter(result -> isRemembered(result.change()))
                .map(result -> deed(result, stock))
                .toList());
    }

    /** What stays in the ledger when nobody comes to tell the end. Empty when the plan changes no container of the host. */
    Optional<Release> begun(String host, Plan plan) {
        List<Deed> deeds =
                plan.on(host).filter(Recording::isRemembered).map(this::begun).toList();
        return deeds.isEmpty() ? Optional.empty() : Optional.of(run.with(deeds));
    }

    /** What another run left half done was never a container of a release; nobody wants it back. */
    static boolean isRemembered(Change change) {
        return change.resource().kind() == Resource.Kind.CONTAINER
                && !EngineNames.isTemporary(change.resource().name());
    }

    private Deed begun(Change change) {
        return new Deed(
                change.resource().name(),
                change.verb().name().toLowerCase(Locale.ROOT),
                change.differences().stream().map(Difference::setting).toList(),
                Result.CUT_OFF,
                blueprint(change).map(print -> new Deed.Image(print.image(), "", "")),
                blueprint(change).map(Recording::keep).orElse(LedgerText.USUAL_KEEP),
                Optional.empty());
    }

    private Deed deed(Recap.Result result, Stock stock) {
        Change change = result.change();
        boolean done = result.fate() == Fate.DONE;
        Optional<Blueprint> blueprint = blueprint(change).filter(print -> change.verb() != Verb.REMOVE);
        return new Deed(
                change.resource().name(),
                change.verb().name().toLowerCase(Locale.ROOT),
                change.differences().stream().map(Difference::setting).toList(),
                result(result.fate()),
                blueprint.map(print -> image(print, done, stock)),
                blueprint.map(Recording::keep).orElse(LedgerText.USUAL_KEEP),
                blueprint.filter(print -> done && isMade(change.verb())).map(Blueprint::fields));
    }

    private Optional<Blueprint> blueprint(Change change) {
        return blueprints.stream()
                .filter(print -> print.host().equals(change.host()))
                .filter(print -> print.name().equals(change.resource().name()))
                .findFirst();
    }

    private static int keep(Blueprint blueprint) {
        return blueprint.spec().settings().get(ContainerWords.KEEP, LedgerText.USUAL_KEEP);
    }

    /** Whether the container is another one afterwards than before. */
    private static boolean isMade(Verb verb) {
        return switch (verb) {
            case CREATE, REPLACE, UPDATE -> true;
            case START, STOP, RESTART, REMOVE, PULL, BUILD -> false;
        };
    }

    private static Result result(Fate fate) {
        return switch (fate) {
            case DONE -> Result.DONE;
            case TAKEN_BACK -> Result.TAKEN_BACK;
            case FAILED -> Result.FAILED;
            case SKIPPED -> Result.SKIPPED;
        };
    }

    /** What the container runs or, where another one runs, what it was to run. */
    private static Deed.Image image(Blueprint blueprint, boolean done, Stock stock) {
        ImageRef name = blueprint.image();
        Optional<StoredImage> image = stock.use(blueprint.name())
                .filter(use -> done)
                .flatMap(use -> stock.image(use.imageId()))
                .or(() -> stock.named(name.toString()));
        return new Deed.Image(
                name,
                image.map(stored -> digest(name, stored)).orElse(""),
                image.map(StoredImage::id).orElse(""));
    }

    private static String digest(ImageRef name, StoredImage image) {
        String prefix = name.name() + "@";
        return image.digests().stream()
                .filter(digest -> digest.startsWith(prefix))
                .map(digest -> digest.substring(prefix.length()))
                .findFirst()
                .orElse("");
    }
}
