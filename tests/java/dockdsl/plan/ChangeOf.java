package dockdsl.plan;

import dockdsl.problem.SourceRef;
import dockdsl.value.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes changes for tests: unless told otherwise, one that replaces in the first wave and has no steps. */
public final class ChangeOf {
    private final String host;
    private final Resource resource;
    private String container;
    private Verb verb = Verb.REPLACE;
    private int wave = 1;
    private Set<String> needs = Set.of();
    private List<Step> prepare = List.of();
    private List<Step> switching = List.of();
    private List<Step> finish = List.of();
    private boolean essential = true;
    private Set<String> boundTo = Set.of();

    private ChangeOf(String host, Resource resource, String container) {
        this.host = host;
        this.resource = resource;
        this.container = container;
    }

    public static ChangeOf container(String host, String name) {
        return new ChangeOf(host, new Resource(Resource.Kind.CONTAINER, name), name);
    }

    /** One of what belongs to no container. */
    public static ChangeOf resource(String host, Resource resource) {
        return new ChangeOf(host, resource, "");
    }

    /** One that makes the new container, stops the old one, lets both change their names, and starts the new one. */
    public static ChangeOf replacement(String host, String name) {
        String incoming = name + ".dockdsl-new";
        String outgoing = name + ".dockdsl-old";
        return container(host, name)
                .prepare(Step.of(
                        new Action.CreateContainer(incoming, Tree.EMPTY), new Action.RemoveContainer(incoming, false)))
                .switching(
                        Step.of(new Action.StopContainer(name, Duration.ZERO), new Action.StartContainer(name)),
                        renaming(name, outgoing),
                        renaming(incoming, name),
                        Step.of(new Action.StartContainer(name), new Action.StopContainer(name, Duration.ZERO)));
    }

    private static Step renaming(String from, String to) {
        return Step.of(new Action.RenameContainer(from, to), new Action.RenameContainer(to, from));
    }

    /** @param site the site's name of the container, where it is not the engine's */
    public ChangeOf instanceOf(String site) {
        container = site;
        return this;
    }

    public ChangeOf verb(Verb other) {
        verb = other;
        return this;
    }

    public ChangeOf wave(int other) {
        wave = other;
        return this;
    }

    public ChangeOf needs(String... containers) {
        needs = new LinkedHashSet<>(List.of(containers));
        return this;
    }

    public ChangeOf prepare(Step... steps) {
        prepare = List.of(steps);
        return this;
    }

    public ChangeOf switching(Step... steps) {
        switching = List.of(steps);
        return this;
    }

    /** The same steps with this one before them. */
    public ChangeOf switchingFirst(Step step) {
        List<Step> steps = new ArrayList<>(List.of(step));
        steps.addAll(switching);
        switching = steps;
        return this;
    }

    /** The same steps without the first. */
    public ChangeOf switchingLater() {
        switching = switching.subList(1, switching.size());
        return this;
    }

    public ChangeOf finish(Step... steps) {
        finish = List.of(steps);
        return this;
    }

    public ChangeOf inessential() {
        essential = false;
        return this;
    }

    public ChangeOf boundTo(String... containers) {
        boundTo = Set.of(containers);
        return this;
    }

    public Change make() {
        return new Change(
                host,
                resource,
                container,
                verb,
                "for the test",
                List.of(),
                Optional.of(SourceRef.startOf("site.groovy")),
                wave,
                needs,
                prepare,
                switching,
                finish,
                essential,
                boundTo);
    }
}
