package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with containers by hand between two deployments, on real hosts. */
class OperationsIT {
    private static final Lab LAB = Lab.upWithRegistry("operations", "web1", "web2");
    private static final String SITE = """
            site 'ops'
            network 'backend'
            container('app') {
                on 'web'
                image '10.213.0.1:5000/debian:12'
                command 'sh', '-c', 'echo started %1$s; echo oops >&2; exec sleep infinity'
                env VERSION: '%1$s'
                networks 'backend'
                init true
                stopTimeout '1s'
            }
            container('second') {
                on 'web1'
                image '10.213.0.1:5000/debian:12'
                command 'sh', '-c', 'sleep 0.2; echo second; exec sleep infinity'
                dependsOn 'app'
                init true
                instances 2
                stopTimeout '1s'
            }
            """;

    @TempDir
    private static Path folder;

    private static Desk desk;

    private static void writeSite(String version) {
        String hosts = Desk.inventory(LAB, "web", "web1", "web2");
        desk.write(
                "site.groovy", SITE.formatted(version).replace("network 'backend'\n", "network 'backend'\n" + hosts));
    }

    @BeforeAll
    static void sitDown() {
        desk = Desk.at(folder, LAB);
        writeSite("1");
        Desk.Outcome outcome = desk.dockdsl("apply", "-y");
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
    }

    @Test
    void logsOfAllHostsComeInOneOrderAndErrorsOnStandardError() {
        Desk.Outcome outcome = desk.dockdsl("logs", "-n", "1", "--grep", "^(started|sec|oops)");
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.out().lines())
                .filteredOn(line -> line.contains("second |"))
                .containsExactly("web1/second | second");
        assertThat(outcome.out()).contains("web1/second-2 | second");
        assertThat(outcome.err()).contains("web1/app | oops", "web2/app | oops");
    }

    @Test
    void logsAreFollowedThroughARestartAndAReplacement() {
        Desk.Running logs = desk.start("logs", "-f", "app@web1");
        await(() -> Desk.contents(logs.out()).contains("started"));
        LAB.docker("web1", "restart", "-t", "1", "app");
        await(() -> count(Desk.contents(logs.out()), "started 1") == 2);
        try {
            writeSite("2");
            assertThat(desk.dockdsl("apply", "-y", "-l", "web1").exitCode()).isZero();
            await(() -> Desk.contents(logs.out()).contains("web1/app | started 2"));
            Desk.Outcome outcome = logs.interrupt().end();
            assertThat(outcome.exitCode()).isEqualTo(130);
            assertThat(outcome.out().lines()).containsOnly("web1/app | started 1", "web1/app | started 2");
            assertThat(outcome.err().lines()).containsOnly("web1/app | oops").hasSize(3);
        } finally {
            writeSite("1");
        }
    }

    @Test
    void aNameThatNobodyHasIsToldWithThoseThatAre() {
        Desk.Outcome outcome = desk.dockdsl("logs", "ap");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("neither a container of the site 'ops' nor a host")
                .contains("`app`");
    }

    private static long count(String text, String part) {
        return text.lines().filter(line -> line.contains(part)).count();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it does not come").isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
