package dockdsl.lang;

import dockdsl.problem.Nearest;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.problem.UsageMistake;
import dockdsl.vocabulary.SiteWords;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** The environments that a site has, and the one that is chosen. */
final class Environments {
    private final Optional<String> wanted;
    private final Problems problems;
    private final SequencedMap<String, SourceRef> known = new LinkedHashMap<>();
    private Optional<String> usual = Optional.empty();

    /** @param wanted the one that the user asks for */
    Environments(Optional<String> wanted, Problems problems) {
        this.wanted = wanted;
        this.problems = problems;
    }

    /** Takes note of one that the site has. @return whether it is the one that counts */
    boolean meet(SiteWords.Environment environment, SourceRef where) {
        SourceRef first = known.putIfAbsent(environment.name(), where);
        if (environment.isDefault()) {
            checkDefault(environment.name(), Optional.ofNullable(first), where);
            usual = usual.or(() -> Optional.of(environment.name()));
        }
        return chosen().equals(Optional.of(environment.name()));
    }

    private void checkDefault(String name, Optional<SourceRef> first, SourceRef where) {
        usual.filter(other -> !other.equals(name))
                .ifPresent(other -> problems.add(
                        where,
                        "there are two default environments, '" + other + "' and '" + name + "'",
                        "The first is in " + known.get(other).seenFrom(where)
                                + ". Take `default: true` from one of them."));
        first.filter(before -> usual.isEmpty())
                .ifPresent(before -> problems.add(
                        where,
                        "it comes too late that environment '" + name + "' is the default",
                        "Write `default: true` where it is mentioned first, in " + before.seenFrom(where) + "."));
    }

    /** The one that is asked for, else the site's default; empty in a site without environments. */
    Optional<String> chosen() {
        return known.isEmpty() ? Optional.empty() : wanted.or(() -> usual).filter(known::containsKey);
    }

    /**
     * Once the site is read to its end.
     *
     * @throws NothingToWorkOn when there is no such environment
     * @throws UsageMistake when the site has environments and none is chosen
     */
    void check() {
        if (known.isEmpty() || chosen().isPresent()) {
            return;
        }
        if (wanted.isPresent()) {
            String hint = Nearest.hint(wanted.get(), known.keySet());
            throw new NothingToWorkOn(
                    "There is no environment '" + wanted.get() + "'.",
                    (hint + " The site has " + String.join(", ", known.keySet()) + ".").strip());
        }
        throw new UsageMistake(
                "The site has environments, and none is chosen.",
                "Say which: "
                        + known.keySet().stream().map(name -> "--env " + name).collect(Collectors.joining(" or "))
                        + ". One that the site marks with `default: true` is taken unless another is chosen.");
    }
}
