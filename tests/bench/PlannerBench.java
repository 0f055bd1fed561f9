package dockdsl.plan;

import com.sun.management.OperatingSystemMXBean;
import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.Pins;
import dockdsl.model.Site;
import dockdsl.model.Sites;
import dockdsl.observed.HostSnapshot;
import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import dockdsl.value.PublishedPort;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Kinds;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plans 200 hosts with 50 containers each of which nothing differs: milliseconds of the first and of a usual round, peak memory. */
final class PlannerBench {
    private static final SourceRef HERE = new SourceRef("site.groovy", 1, 1);
    private static final int HOSTS = 200;
    private static final int CONTAINERS = 50;

    private PlannerBench() {}

    public static void main(String[] arguments) throws Exception {
        List<ContainerSpec> specs = new ArrayList<>();
        List<HostSnapshot> snapshots = new ArrayList<>();
        for (int host = 0; host < HOSTS; host++) {
            List<ContainerSpec> here = new ArrayList<>();
            for (int n = 0; n < CONTAINERS; n++) {
                here.add(container("web" + host, n));
            }
            PaperEngine engine = new PaperEngine("web" + host);
            engine.hasImage("app:1", Map.of("Env", List.of("PATH=/bin")));
            engine.carryOut(plan(site(here), List.of(engine.snapshot())));
            specs.addAll(here);
            snapshots.add(engine.snapshot());
        }
        Site site = site(specs);
        long[] rounds = new long[9];
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long before = system.getProcessCpuTime();
        for (int round = 0; round < rounds.length; round++) {
            long start = System.nanoTime();
            Plan plan = plan(site, snapshots);
            rounds[round] = (System.nanoTime() - start) / 1_000_000;
            if (!plan.changes().isEmpty()) {
                throw new IllegalStateException(
                        "something differs: " + plan.changes().getFirst());
            }
        }
        long processor = (system.getProcessCpuTime() - before) / rounds.length / 1_000_000;
        long first = rounds[0];
        Arrays.sort(rounds);
        System.out.printf(
                "| planner alone, %d hosts × %d containers | %d ms (%d ms of processors), the first time %d ms | – | – | 200 ms |%n",
                HOSTS, CONTAINERS, rounds[rounds.length / 2], processor, first);
        Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .forEach(line -> System.err.println("bench: planner " + line));
    }

    private static Plan plan(Site site, List<HostSnapshot> snapshots) {
        return Planner.plan(site, snapshots, Map.of(), Pins.NONE, false);
    }

    private static Site site(List<ContainerSpec> containers) {
        return Sites.of("shop", List.of(), List.of(), containers);
    }

    private static ContainerSpec container(String host, int n) {
        Declared settings = Declared.NOTHING
                .with(ContainerWords.ENV, new TreeMap<>(Map.of("PORT", "80", "NAME", "app" + n)), HERE)
                .with(ContainerWords.LABELS, new TreeMap<>(Map.of("team", "web")), HERE)
                .with(ContainerWords.PUBLISH, Kinds.sorted(PublishedPort.parse((8000 + n) + ":80")), HERE);
        return new ContainerSpec(
                "app" + n, 1, host, Optional.of(ImageRef.parse("app:1")), Optional.empty(), settings, HERE);
    }
}
