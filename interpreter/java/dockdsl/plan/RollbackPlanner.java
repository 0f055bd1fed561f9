package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Pins;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedImage;
import dockdsl.observed.Stock;
import dockdsl.plan.Plan.Refusal;
import dockdsl.value.ImageRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives containers back what a release made of them; everything else of the site stays as it is. */
public final class RollbackPlanner {
    private RollbackPlanner() {}

    /**
     * A container and what it goes back to.
     *
     * @param release which made it
     * @param imageId what the host called the image; may be empty
     * @param digest under which the registry has the image; may be empty
     */
    public record Return(Blueprint blueprint, String release, String imageId, String digest) {
        /** The same with its files and secrets, as the site has them now. */
        public Return supplied(Site site) {
            return new Return(blueprint.supplied(site), release, imageId, digest);
        }
    }

    /**
     * @param site as it is declared now: who the registries know us as, and what its networks and volumes are like
     * @param stocks the images of each host
     */
    public static Plan plan(Site site, List<Return> returns, List<HostSnapshot> snapshots, Map<String, Stock> stocks) {
        Map<ContainerSpec, WantedContainer> wanted = new IdentityHashMap<>();
        returns.forEach(
                back -> wanted.put(back.blueprint().spec(), back.blueprint().wanted()));
        Site then = site.with(List.copyOf(wanted.keySet()));
        List<Change> images = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        List<HostSnapshot> prepared = new ArrayList<>();
        for (HostSnapshot snapshot : snapshots) {
            List<Return> here = returns.stream()
                    .filter(back -> back.blueprint().host().equals(snapshot.host()))
                    .toList();
            if (!here.isEmpty() && stocks.containsKey(snapshot.host())) {
                ImageReturn back = new ImageReturn(snapshot, stocks.get(snapshot.host()));
                here.forEach(back::plan);
                images.addAll(back.changes());
                refusals.addAll(back.refusals());
                here.forEach(one -> DeliveryReturn.refusal(one).ifPresent(refusals::add));
                prepared.add(with(snapshot, back.expected()));
            }
        }
        Plan plan = Planner.plan(then, prepared, wanted::get, Pins.NONE, false);
        return told(then, plan, returns, images, refusals);
    }

    private static HostSnapshot with(HostSnapshot snapshot, Map<ImageRef, ObservedImage> expected) {
        Map<ImageRef, ObservedImage> images = new HashMap<>(snapshot.images());
        List<ObservedImage> others = new ArrayList<>(snapshot.otherImages());
        expected.forEach(
                (name, image) -> Optional.ofNullable(images.put(name, image)).ifPresent(others::add));
        return new HostSnapshot(
                snapshot.host(),
                snapshot.address(),
                snapshot.engine(),
                snapshot.containers(),
                images,
                snapshot.networks(),
                snapshot.volumes(),
                others);
    }

    /** What is not part of the rollback is no orphan, and no place in the site file declares what is. */
    private static Plan told(Site then, Plan plan, List<Return> returns, List<Change> images, List<Refusal> refusals) {
        List<Refusal> all = new ArrayList<>(refusals);
        all.addAll(plan.refusals());
        List<Change> changes = new ArrayList<>(images);
        plan.changes().forEach(change -> changes.add(told(change, returns)));
        changes.removeIf(
                change -> all.stream().anyMatch(refusal -> refusal.host().equals(change.host())));
        return new Plan(
                plan.site(),
                changes,
                Rollouts.of(then, changes),
                plan.unchanged(),
                List.of(),
                all,
                List.of(),
                List.of());
    }

    private static Change told(Change change, List<Return> returns) {
        return returns.stream()
                .filter(back -> back.blueprint().host().equals(change.host()))
                .filter(back -> back.blueprint().name().equals(change.resource().name()))
                .findFirst()
                .map(back -> change.because(
                        "back to " + back.release() + DeliveryReturn.renewed(back) + ", " + change.reason()))
                .orElse(change);
    }
}
