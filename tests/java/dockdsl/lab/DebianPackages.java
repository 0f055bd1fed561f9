package dockdsl.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Programs of other people that tests compare with or look through; installed when they are first wanted. */
public final class DebianPackages {
    private DebianPackages() {}

    /** Installs what is missing of these packages, which takes root; a failure fails the test. */
    public static void have(String... packages) {
        var missing = Arrays.stream(packages).filter(each -> !isInstalled(each)).toList();
        if (missing.isEmpty()) {
            return;
        }
        // The lists of packages may be absent, or too old to name files that still exist: update only then.
        if (!apt("install", missing).succeeded()) {
            apt("update", List.of()).orFail();
            apt("install", missing).orFail();
        }
    }

    private static boolean isInstalled(String name) {
        LabOutput state = run(List.of("dpkg-query", "-W", "-f", "${db:Status-Status}", name));
        return state.succeeded() && state.out().equals("installed");
    }

    private static LabOutput apt(String command, List<String> packages) {
        // Another test class may be installing, too.
        var words = new ArrayList<>(
                List.of("apt-get", "-q", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=600", command));
        words.addAll(packages);
        return run(words);
    }

    private static LabOutput run(List<String> words) {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new LabOutput(String.join(" ", words), process.waitFor(), said, "");
        } catch (IOException e) {
            throw new AssertionError("`" + String.join(" ", words) + "` could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted in `" + String.join(" ", words) + "`", e);
        }
    }
}
