package dockdsl.cli;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;

/** Fetches secrets when they are needed. */
final class Secrets {
    private Secrets() {}

    static Secret fetch(SecretOrigin origin) {
        throw new NothingToWorkOn(
                "The secret " + origin + " is needed, and this version fetches none.",
                "Use a registry without a login.");
    }
}
