package dockdsl.lang;

import dockdsl.problem.Nearest;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import dockdsl.vocabulary.SiteWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The secrets that a site or an inventory declares, and those that are taken by name, in any order. */
final class NamedSecrets {
    private final Function<SecretOrigin, Secret> sources;
    private final Named<NamedOrigin> declared = new Named<>("secret");
    private final List<NamedOrigin> passwords = new ArrayList<>();
    private final List<Placed<String>> taken = new ArrayList<>();

    /** @param sources fetch a secret when it is needed, which is never while a file is read */
    NamedSecrets(Function<SecretOrigin, Secret> sources) {
        this.sources = sources;
    }

    /** @return what is wrong with saying it here */
    Optional<Problem> declare(SiteWords.NamedSecret secret, SourceRef where, boolean ofEnvironment) {
        return declared.declare(
                secret.name(), new NamedOrigin(secret.name(), secret.origin(), where), where, ofEnvironment);
    }

    /** The secret of a name that may be declared later. */
    Secret take(String name, SourceRef where) {
        taken.add(new Placed<>(name, where));
        return Secret.later(() -> declared.find(name).orElseThrow().fetchedFrom(sources));
    }

    /** A password that is no secret with a name. */
    Secret password(SecretOrigin origin, SourceRef where) {
        NamedOrigin password = new NamedOrigin("password", origin, where);
        passwords.add(password);
        return password.fetchedFrom(sources);
    }

    Map<String, NamedOrigin> declared() {
        return declared.byName();
    }

    /** Tells of names that nothing declares. */
    void check(Problems problems) {
        taken.stream()
                .filter(placed -> declared.find(placed.value()).isEmpty())
                .forEach(placed -> problems.add(
                        placed.where(), "there is no secret '" + placed.value() + "'", remedy(placed.value())));
    }

    /** A warning for each of them whose source won't give it. @param missing says why */
    List<Problem> missing(Function<SecretOrigin, Optional<NothingToWorkOn>> missing) {
        return Stream.concat(declared.byName().values().stream(), passwords.stream())
                .flatMap(secret -> secret.missing(missing).stream())
                .toList();
    }

    private String remedy(String name) {
        return Nearest.to(name, declared.byName().keySet())
                .map(near -> "Did you mean '" + near + "'?")
                .orElse("Declare it at the top level: secret '" + name + "', from: env('"
                        + name.toUpperCase(Locale.ROOT) + "').");
    }
}
