package dockdsl.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where a folder stands in git.
 *
 * @param commit in full; empty when the folder is in no work tree, or there is no git to ask
 * @param dirty whether something in the folder is not committed
 */
record GitState(String commit, boolean dirty) {
    private static final GitState NONE = new GitState("", false);
    private static final long LONGEST_SECONDS = 5;

    static GitState of(Path folder, Map<String, String> environment) {
        if (!isInWorkTree(folder)) {
            return NONE;
        }
        return git(folder, environment, "rev-parse", "HEAD")
                .map(String::strip)
                .filter(commit -> commit.matches("[0-9a-f]{40,64}"))
                .map(commit -> new GitState(commit, isDirty(folder, environment)))
                .orElse(NONE);
    }

    private static boolean isInWorkTree(Path folder) {
        for (Path here = folder; here != null; here = here.getParent()) {
            if (Files.exists(here.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDirty(Path folder, Map<String, String> environment) {
        return git(folder, environment, "status", "--porcelain", "--", ".")
                .filter(changes -> changes.isEmpty())
                .isEmpty();
    }

    /** What git prints; empty when it fails. */
    private static Optional<String> git(Path folder, Map<String, String> environment, String... words) {
        List<String> command = new ArrayList<>(List.of("git", "--no-optional-locks", "-c", "core.fsmonitor=false"));
        command.addAll(List.of(words));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            Process git = builder.start();
            git.getOutputStream().close();
            String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0
                    ? Optional.of(out)
                    : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
