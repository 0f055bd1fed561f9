package dockdsl.lang;

import dockdsl.model.DockerSpec;
import dockdsl.model.Notifier;
import dockdsl.model.RegistrySpec;
import dockdsl.model.Site;
import dockdsl.model.SiteSecret;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import dockdsl.vocabulary.SiteWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What a site file said at its top level becomes a {@link Site}, once all of it is known. */
record SiteDraft(SiteScope scope, String file, Function<SecretOrigin, Secret> secrets, Problems problems) {
    private static final String INSECURE = "insecure-registries";

    /** A site without a name is called {@code unnamed}, and told. */
    Site site() {
        SourceRef where = scope.name().declared().where(SiteWords.SITE).orElse(SourceRef.startOf(file));
        String name = name(where);
        return new Site(
                name,
                docker(),
                registries(),
                scope.declarations().networks(),
                scope.declarations().volumes(),
                scope.containers(),
                scope.environments().chosen(),
                scope.declarations().rollout(),
                siteSecrets(name),
                where);
    }

    /** Those who are told of runs. */
    List<Notifier> notifiers() {
        NotifierDraft draft = new NotifierDraft(scope.declarations().secrets());
        return scope.declarations().listeners().stream().map(draft::notifier).toList();
    }

    private SortedMap<String, SiteSecret> siteSecrets(String site) {
        SortedMap<String, SiteSecret> all = new TreeMap<>();
        scope.declarations()
                .secrets()
                .declared()
                .forEach((name, origin) -> all.put(name, SiteSecret.of(site, name, origin.fetchedFrom(secrets))));
        return all;
    }

    private String name(SourceRef where) {
        Optional<String> name = scope.name().declared().find(SiteWords.SITE);
        if (name.isEmpty() && scope.collected().isWhole()) {
            problems.add(
                    where, "the site has no name", "Begin the file with a name of your choice: site 'identidock'.");
        }
        return owner(name.orElse("unnamed"));
    }

    /** Environments own different things, also on one host: their name is part of the owner's unless they rename the site. */
    private String owner(String name) {
        if (scope.isRenamed()) {
            return name;
        }
        return scope.environments()
                .chosen()
                .map(environment -> name + "-" + environment)
                .orElse(scope.prefix().text().replace('.', '-') + name);
    }

    private DockerSpec docker() {
        DockerSpec said = scope.declarations().docker();
        List<Object> insecure = new ArrayList<>((List<?>) said.daemon().getOrDefault(INSECURE, List.of()));
        scope.declarations().registries().stream()
                .map(Placed::value)
                .filter(registry -> registry.insecure() && !insecure.contains(registry.address()))
                .forEach(registry -> insecure.add(registry.address()));
        if (insecure.isEmpty()) {
            return said;
        }
        Map<String, Object> daemon = new LinkedHashMap<>(said.daemon());
        daemon.put(INSECURE, List.copyOf(insecure));
        return new DockerSpec(said.minimumVersion(), said.source(), daemon);
    }

    private List<RegistrySpec> registries() {
        return scope.declarations().registries().stream().map(this::registry).toList();
    }

    private RegistrySpec registry(Placed<SiteWords.Registry> placed) {
        SiteWords.Registry said = placed.value();
        Optional<RegistrySpec.Login> login = said.password()
                .map(password -> scope.declarations().secrets().take(password.name(), placed.where()))
                .map(password -> new RegistrySpec.Login(said.username().orElseThrow(), password.withoutLineBreak()));
        return new RegistrySpec(said.address(), login);
    }
}
