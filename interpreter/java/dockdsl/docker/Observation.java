package dockdsl.docker;

import dockdsl.host.Interest;
import dockdsl.observed.HostSnapshot;
import dockdsl.value.ImageRef;

/**
 * Takes a snapshot of an engine: one round trip, and a second one only for what the first turned up, such as containers
 * that the site's file does not know any more.
 */
record Observation(EngineApi api, Interest interest) {

    HostSnapshot take(String address) {
        boolean knewVersion = api.known().isPresent();
        Findings findings = look();
        ApiVersion agreed = api.version();
        if (!knewVersion && speaksNewer(findings, agreed)) {
            findings = look();
        }
        lookCloser(findings);
        return findings.snapshot(api.host(), address, agreed);
    }

    /** A first look is taken before the versions are compared; what a newer engine said then may mean something else. */
    private static boolean speaksNewer(Findings findings, ApiVersion agreed) {
        return ApiVersion.parse(findings.version().text("ApiVersion")).compareTo(agreed) > 0;
    }

    private Findings look() {
        Findings findings = new Findings();
        Batch batch = new Batch(api);
        batch.object("ask the engine for its version", Target.of("version"), version -> {
            findings.version(version);
            api.agreeOn(api.agreed(version));
        });
        batch.list("list containers", Target.of("containers", "json").with("all", true), findings::listed);
        batch.list("list networks", Target.of("networks"), findings::networks);
        batch.object("list volumes", Target.of("volumes"), answer -> findings.volumes(answer.trees("Volumes")));
        interest.containers().forEach(name -> inspect(batch, name, findings));
        interest.images().forEach(image -> lookUp(batch, image, findings));
        batch.send();
        return findings;
    }

    /** The engine also takes the beginning of an Id for a name. */
    private static void inspect(Batch batch, String name, Findings findings) {
        batch.objectOrNone(
                "inspect the container " + name,
                Target.of("containers", name, "json"),
                found -> {
                    if (Snapshots.nameOf(found).equals(name)) {
                        findings.inspected(found);
                    }
                },
                () -> findings.gone(name));
    }

    private static void lookUp(Batch batch, ImageRef image, Findings findings) {
        batch.objectOrNone(
                "look up the image " + image,
                Target.ofImage("images", image.toString()),
                found -> findings.image(image, found),
                () -> {});
    }

    private void lookCloser(Findings findings) {
        Batch batch = new Batch(api);
        for (String id : findings.leftovers(interest.site())) {
            batch.objectOrNone(
                    "inspect a container of " + interest.site(),
                    Target.of("containers", id, "json"),
                    findings::inspected,
                    () -> findings.gone(id));
        }
        for (String id : findings.unknownImages(interest.site())) {
            batch.objectOrNone("look up an image", Target.ofImage("images", id), findings::otherImage, () -> {});
        }
        if (findings.makeDoubtful(interest.doubtful())) {
            batch.object("ask the engine what it can do", Target.of("info"), findings::info);
        }
        if (!batch.isEmpty()) {
            batch.send();
        }
    }
}
