package dockdsl.lang;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.Problem;
import dockdsl.problem.SourceRef;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import java.util.Optional;
import java.util.function.Function;

/** A secret that a site file declares, and where it comes from. */
record NamedOrigin(String name, SecretOrigin origin, SourceRef where) {
    /** The secret, fetched when it is first needed. What goes wrong then is told with its name and place. */
    Secret fetchedFrom(Function<SecretOrigin, Secret> secrets) {
        SecretOrigin seenFromHere = completed();
        return Secret.later(() -> {
            try {
                Secret secret = secrets.apply(seenFromHere);
                secret.reveal();
                return secret;
            } catch (NothingToWorkOn missing) {
                throw new NothingToWorkOn(
                        "Secret '" + name + "' (" + where.fileAndLine() + "): " + missing.getMessage(),
                        missing.remedy(),
                        missing);
            }
        });
    }

    /** A warning when its source won't give it. @param missing says why */
    Optional<Problem> missing(Function<SecretOrigin, Optional<NothingToWorkOn>> missing) {
        return missing.apply(completed())
                .map(why -> Problem.warning(
                        where,
                        "secret '" + name + "' has no value here: "
                                + why.getMessage().replaceFirst("^The", "the").replaceFirst("\\.$", ""),
                        "`check` goes on without it, a command that needs it does not. " + why.remedy()));
    }

    private SecretOrigin completed() {
        return switch (origin) {
            case SecretOrigin.PlainFile(String path, boolean trim) -> new SecretOrigin.PlainFile(absolute(path), trim);
            case SecretOrigin.VaultFile(String path, var key) -> new SecretOrigin.VaultFile(absolute(path), key);
            case SecretOrigin.AgeFile(String path, var key) -> new SecretOrigin.AgeFile(absolute(path), key);
            case SecretOrigin.Prompt(String question)
            when question.isBlank() -> new SecretOrigin.Prompt("Secret " + name);
            case SecretOrigin.Prompt _,
                    SecretOrigin.Environment _,
                    SecretOrigin.Program _,
                    SecretOrigin.KeyValue _,
                    SecretOrigin.Variable _ -> origin;
        };
    }

    private String absolute(String path) {
        return path.startsWith("~/") ? path : SiteFolder.of(where).resolve(path).toString();
    }
}
