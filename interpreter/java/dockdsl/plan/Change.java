package dockdsl.plan;

import dockdsl.problem.SourceRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What happens to one resource of one host, and why.
 *
 * @param container the site's name of the container it is about; empty for other resources
 * @param reason half a sentence: {@code it is not there}, {@code 2 settings differ}
 * @param where where the site declares the resource; empty when it does not
 * @param wave changes of a lower wave come first, on all hosts
 * @param needs site names of containers whose changes must not have failed
 * @param prepare what can be done while everything runs on; all hosts do this first
 * @param switching what disturbs
 * @param finish what cannot be taken back: it waits until nothing more can go wrong that would take the rest back
 * @param essential whether the run fails when this change does
 * @param boundTo names of containers of the host whose changes come after this one and must not fail, or it is taken back: what they
 *     had is in use by then, so that they could not come back otherwise
 */
public record Change(
        String host,
        Resource resource,
        String container,
        Verb verb,
        String reason,
        List<Difference> differences,
        Optional<SourceRef> where,
        int wave,
        Set<String> needs,
        List<Step> prepare,
        List<Step> switching,
        List<Step> finish,
        boolean essential,
        Set<String> boundTo) {
    public Change {
        differences = List.copyOf(differences);
        needs = Set.copyOf(needs);
        prepare = List.copyOf(prepare);
        switching = List.copyOf(switching);
        finish = List.copyOf(finish);
        boundTo = Set.copyOf(boundTo);
    }

    /** A change of what belongs to no container. @param where where the site declares the resource; empty when it does not */
    static Change of(String host, Resource resource, int wave, Optional<SourceRef> where, Draft draft) {
        return new Change(
                host,
                resource,
                "",
                draft.verb(),
                draft.reason(),
                draft.differences(),
                where,
                wave,
                Set.of(),
                draft.prepare(),
                draft.switching(),
                draft.finish(),
                true,
                Set.of());
    }

    /** Takes away what no declaration asks for. */
    static Change removal(String host, Resource resource, int wave, String reason, List<Step> steps) {
        return of(host, resource, wave, Optional.empty(), new Draft(Verb.REMOVE, reason, List.of(), List.of(), steps));
    }

    /** Makes something before anything is disturbed. */
    static Change preparation(
            String host, Resource resource, Verb verb, String reason, Optional<SourceRef> where, List<Step> steps) {
        return of(host, resource, 0, where, new Draft(verb, reason, List.of(), steps, List.of()));
    }

    /** Whether both do the same to the same, be it for other reasons or by other steps. */
    boolean isTheSameDeedAs(Change other) {
        return host.equals(other.host) && resource.equals(other.resource) && verb == other.verb;
    }

    /** The same for another reason, which is none of the site file. */
    Change because(String other) {
        return new Change(
                host,
                resource,
                container,
                verb,
                other,
                differences,
                Optional.empty(),
                wave,
                needs,
                prepare,
                switching,
                finish,
                essential,
                boundTo);
    }

    /** The same where the run goes on when it fails. */
    Change inessential() {
        return new Change(
                host,
                resource,
                container,
                verb,
                reason,
                differences,
                where,
                wave,
                needs,
                prepare,
                switching,
                finish,
                false,
                boundTo);
    }

    /** Whether anything is left to do when all is prepared. */
    public boolean disturbs() {
        return !switching.isEmpty() || !finish.isEmpty();
    }
}
