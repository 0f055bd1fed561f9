package dockdsl.cli.text;

import dockdsl.plan.Change;
import dockdsl.plan.Difference;
import dockdsl.plan.Plan;
import dockdsl.plan.Resource;
import dockdsl.plan.Resource.Kind;
import dockdsl.plan.Verb;
import dockdsl.problem.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans and changes to show. */
public final class Samples {
    public static final String LONG =
            "Jackdaws love my big sphinx of quartz; ".repeat(4).strip();

    private Samples() {}

    public static Change change(String host, Verb verb, String container, String reason, Difference... differences) {
        return change(host, verb, new Resource(Kind.CONTAINER, container), reason, differences);
    }

    public static Change change(String host, Verb verb, Resource resource, String reason, Difference... differences) {
        return new Change(
                host,
                resource,
                resource.kind() == Kind.CONTAINER ? resource.name() : "",
                verb,
                reason,
                List.of(differences),
                verb == Verb.REMOVE ? Optional.empty() : Optional.of(new SourceRef("site.groovy", 31, 1)),
                0,
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                Set.of());
    }

    static Difference differs(String setting, String before, String after) {
        return new Difference(setting, Optional.ofNullable(before), Optional.ofNullable(after));
    }

    public static Plan plan() {
        return new Plan(
                "identidock",
                List.of(
                        change("web1", Verb.PULL, new Resource(Kind.IMAGE, "amouat/dnmonster:1.0"), "it is not there"),
                        change("web1", Verb.CREATE, "dnmonster", "it is not there"),
                        change(
                                "web1",
                                Verb.REPLACE,
                                "identidock",
                                "5 settings differ",
                                differs("image", "amouat/identidock:1.0", "amouat/identidock:1.1"),
                                differs("env.ENV", "DEV", "PROD"),
                                differs("env.OLD", "\033[31mred\nline", null),
                                differs("env.CERT", "short", LONG),
                                differs("publish", null, "80:80")),
                        change("db1", Verb.UPDATE, "redis", "1 setting differs", differs("memory", "256m", "512m")),
                        change("db1", Verb.START, "backup", "it is exited"),
                        change("db1", Verb.REMOVE, "old", "the site no longer declares it")),
                List.of(
                        new Plan.Unchanged(
                                "web2", new Resource(Kind.CONTAINER, "dnmonster"), "runs exactly as declared"),
                        new Plan.Unchanged("web2", new Resource(Kind.NETWORK, "identidock"), "is there")),
                List.of(new Plan.Orphan("web1", new Resource(Kind.CONTAINER, "gone"))),
                List.of(new Plan.Refusal(
                        "web2",
                        new Resource(Kind.CONTAINER, "proxy"),
                        "a container named proxy is there already and belongs to the site 'shop'",
                        "Give yours another name, or remove the other one: docker rm -f proxy")));
    }

    /** Twelve containers on three hosts, all as declared. */
    public static Plan nothing() {
        List<Plan.Unchanged> unchanged = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            unchanged.add(new Plan.Unchanged(
                    "web" + i % 3, new Resource(Kind.CONTAINER, "app-" + i), "runs exactly as declared"));
        }
        return new Plan("identidock", List.of(), unchanged, List.of(), List.of());
    }
}
