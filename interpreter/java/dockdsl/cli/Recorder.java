package dockdsl.cli;

import dockdsl.cli.line.Command;
import dockdsl.ledger.Author;
import dockdsl.ledger.LedgerText;
import dockdsl.ledger.Origin;
import dockdsl.ledger.Release;
import dockdsl.ledger.ReleaseId;
import dockdsl.plan.Blueprint;
import dockdsl.run.Recording;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Says who runs what from where, for the ledgers of the hosts.
 *
 * @param promotedFrom an environment and its release; empty for a run of its own
 */
record Recorder(Surroundings surroundings, Command command, String promotedFrom, Instant began, LedgerText text) {
    /** Where CI systems say whose push or click it was: GitHub, GitLab, Buildkite, CircleCI, Jenkins, Azure. */
    private static final List<String> ON_BEHALF_OF = List.of(
            "GITHUB_ACTOR",
            "GITLAB_USER_LOGIN",
            "BUILDKITE_BUILD_CREATOR",
            "CIRCLE_USERNAME",
            "BUILD_USER_ID",
            "BUILD_REQUESTEDFOR");

    Recording recording(Job job, List<Blueprint> blueprints) {
        Path file = Path.of(job.file()).toAbsolutePath().normalize();
        GitState git = GitState.of(file.getParent(), surroundings.environment());
        Release run = new Release(
                ReleaseId.of(began, ThreadLocalRandom.current().nextInt()),
                began.truncatedTo(ChronoUnit.SECONDS),
                command.word(),
                job.site().name(),
                author(),
                new Origin(file.toString(), git.commit(), git.dirty(), VersionCommand.version(), promotedFrom),
                List.of());
        return new Recording(run, blueprints, text);
    }

    private Author author() {
        Map<String, String> environment = surroundings.environment();
        String onBehalfOf = ON_BEHALF_OF.stream()
                .filter(environment::containsKey)
                .map(environment::get)
                .findFirst()
                .orElse("");
        return new Author(ThisMachine.somebody(surroundings), onBehalfOf);
    }
}
