package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.plan.Action.RunHook;
import dockdsl.value.Hook;
import dockdsl.value.Hook.Moment;
import dockdsl.value.Hook.Place;
import dockdsl.value.ImageRef;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The commands that a container's declaration has run along with its changes. */
record HookSteps(String site, ContainerSpec spec) {

    /** @param container the running container that they are about, under the name that it has then */
    List<Step> at(Moment moment, String container) {
        return steps(moment, container, hook -> true);
    }

    /** Those that need no running container, where there is none. */
    List<Step> besides(Moment moment) {
        return steps(moment, spec.engineName(), hook -> hook.place() != Place.CONTAINER);
    }

    private List<Step> steps(Moment moment, String container, Predicate<Hook> which) {
        return spec.hooks(moment).stream()
                .filter(which)
                .map(hook -> Step.of(new RunHook(moment, hook, container, environment())))
                .toList();
    }

    private SortedMap<String, String> environment() {
        SortedMap<String, String> environment = new TreeMap<>();
        environment.put("DOCKDSL_SITE", site);
        environment.put("DOCKDSL_HOST", spec.host());
        environment.put("DOCKDSL_CONTAINER", spec.engineName());
        environment.put("DOCKDSL_IMAGE", spec.image().map(ImageRef::toString).orElse(""));
        return environment;
    }
}
