package dockdsl.plan;

import dockdsl.plan.Plan.Refusal;
import dockdsl.plan.Resource.Kind;
import dockdsl.plan.RollbackPlanner.Return;
import dockdsl.vocabulary.Delivered;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What there is to say of files and secrets of containers that go back: hosts remember which they were, and no content. */
final class DeliveryReturn {
    private DeliveryReturn() {}

    /** Without what it had it would not be what it was. */
    static Optional<Refusal> refusal(Return back) {
        List<Delivered> missing = back.blueprint().missing();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                back.blueprint().host(),
                                new Resource(Kind.CONTAINER, back.blueprint().name()),
                                "release " + back.release() + " gave it "
                                        + missing.stream()
                                                .map(DeliveryReturn::word)
                                                .collect(Collectors.joining(", "))
                                        + ", which the site does not declare for it any more",
                                "Nothing was changed there. Declare it again, or take the site file of that time and apply that."));
    }

    /** Half a sentence, or nothing when all is as it was. */
    static String renewed(Return back) {
        List<Delivered> renewed = back.blueprint().renewed();
        return renewed.isEmpty()
                ? ""
                : " with what is declared now as "
                        + renewed.stream().map(DeliveryReturn::word).collect(Collectors.joining(", "));
    }

    private static String word(Delivered item) {
        return item.isFile() ? "file " + item.at() : "secret " + item.name();
    }
}
