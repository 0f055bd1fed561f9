package dockdsl.plan;

import dockdsl.model.Declared;
import dockdsl.model.Site;
import dockdsl.model.VolumeSpec;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.ObservedVolume;
import dockdsl.plan.Action.CreateVolume;
import dockdsl.plan.Resource.Kind;
import dockdsl.value.Tree;
import dockdsl.vocabulary.VolumeWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What must happen to a volume of one host that containers mount. It holds data, so it is made and never made anew. */
record VolumePlanner(HostPlanner host, Site site, HostSnapshot snapshot) {

    void plan(String name) {
        Optional<VolumeSpec> spec = site.volume(name);
        Optional<ObservedVolume> seen = snapshot.volume(name);
        Resource resource = new Resource(Kind.VOLUME, name);
        boolean external = spec.filter(VolumeSpec::isExternal).isPresent();
        if (seen.isEmpty() && external) {
            host.refuse(
                    resource,
                    "the external volume " + name + " is not there",
                    "Make it on the host: docker volume create " + name
                            + ". Or take `external` away, and the site makes it.");
        } else if (seen.isEmpty()) {
            create(resource, spec);
        } else if (external) {
            host.keep(resource, "is there, made by somebody else");
        } else if (seen.get().site().filter(owner -> !owner.equals(site.name())).isPresent()) {
            host.refuse(
                    resource,
                    "the volume " + name + " belongs to " + Owner.of(seen.get().labels()),
                    "Give the site's volume another name, or use it as it is: volume '" + name + "', external: true.");
        } else {
            compare(resource, spec, seen.get());
        }
    }

    private static Standing standing(Optional<VolumeSpec> spec) {
        return new Standing(VolumeWords.KEPT, spec.map(VolumeSpec::settings).orElse(Declared.NOTHING));
    }

    private void create(Resource resource, Optional<VolumeSpec> spec) {
        Tree owned =
                new Tree(Map.of("Name", resource.name(), "Labels", Map.of(ObservedContainer.SITE_LABEL, site.name())));
        host.create(
                resource,
                spec.map(VolumeSpec::where),
                Step.of(new CreateVolume(resource.name(), standing(spec).into(owned))));
    }

    /** A volume that nobody labelled has data that somebody wanted kept; nothing was told to it. */
    private void compare(Resource resource, Optional<VolumeSpec> spec, ObservedVolume seen) {
        Standing all = standing(spec);
        Standing standing = seen.site().isPresent() ? all : all.saidOnly();
        List<Difference> differences = standing.differences(seen.detail());
        if (differences.isEmpty()) {
            host.keep(resource, "is there");
        } else {
            String name = resource.name();
            host.refuse(
                    resource,
                    "the volume " + name + " is not as declared, and it holds data, so it is not made anew: "
                            + differences.stream().map(VolumePlanner::told).collect(Collectors.joining("; ")),
                    "Declare it as it is. Or give the new one another name and copy the data over. Or, if the data may go, remove it: "
                            + "docker volume rm " + name + ".");
        }
    }

    private static String told(Difference difference) {
        return difference.setting() + " is " + difference.before().orElse("not set") + " and shall be "
                + difference.after().orElse("unset");
    }
}
