package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.bootstrap.Bootstrapper;
import dockdsl.docker.DockerEngineConnector;
import dockdsl.docker.JsonReader;
import dockdsl.lab.Lab;
import dockdsl.lang.ScriptStore;
import dockdsl.lang.SiteReader;
import dockdsl.model.Inventory;
import dockdsl.model.Pins;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.plan.Plan;
import dockdsl.plan.Planner;
import dockdsl.run.Event;
import dockdsl.run.Fleet;
import dockdsl.run.Survey;
import dockdsl.ssh.SshConnector;
import dockdsl.ssh.SshSettings;
import dockdsl.value.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** One host of the lab to which texts of sites are applied, so that tests see snapshots, plans and events themselves. */
record LabHost(Lab lab, String name, Path folder) {

    /** What was there before, what was planned, and what was told while it was done. */
    record Applied(HostSnapshot before, Plan plan, List<Event> events) {
        /** What went wrong, and what to do about it, as one text for each. */
        List<String> failures() {
            return events.stream().flatMap(Applied::failure).toList();
        }

        private static Stream<String> failure(Event event) {
            return switch (event) {
                case Event.Broke broke -> Stream.of(broke + " " + broke.why().remedy());
                case Event.Failed failed -> Stream.of(failed.toString());
                default -> Stream.of();
            };
        }
    }

    /** Applies it; a plan with refusals is carried out as far as it goes. */
    Applied apply(String text) {
        SshSettings settings = SshSettings.ofUser(folder, "nobody", Map.of()).knowing(List.of(lab.knownHosts()));
        Site site = read(text);
        Queue<Event> events = new ConcurrentLinkedQueue<>();
        try (SshConnector connector = new SshConnector(settings);
                Fleet fleet = Fleet.of(
                        List.of(lab.host(name)),
                        connector,
                        new DockerEngineConnector(),
                        new Bootstrapper(JsonReader::parse),
                        command -> {
                            throw new UnsupportedOperationException("no setting has hooks");
                        },
                        1,
                        events::add)) {
            Survey survey = fleet.observe(site);
            assertThat(fleet.lost()).isEmpty();
            Plan plan = Planner.plan(site, survey.snapshots(), Map.of(name, lab.address(name)), Pins.NONE, false);
            fleet.carryOut(plan, site);
            return new Applied(survey.snapshots().getFirst(), plan, List.copyOf(events));
        }
    }

    private Site read(String text) {
        try {
            Path file = Files.writeString(folder.resolve("site.groovy"), text);
            Inventory inventory = new Inventory(List.of(lab.host(name)), new LinkedHashSet<>(), Map.of());
            return new SiteReader(
                            new ScriptStore(folder.resolve("cache"), "it"),
                            origin -> Secret.of("none"),
                            SiteReader.Rules.NONE)
                    .read(file, Optional.of(inventory), SiteReader.Options.NONE)
                    .site();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
