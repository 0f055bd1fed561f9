package dockdsl.run;

import dockdsl.host.Engine;
import dockdsl.host.Shell;
import dockdsl.model.RegistrySpec;
import dockdsl.model.Site;
import dockdsl.plan.Action;
import dockdsl.problem.DockdslException;
import dockdsl.value.Durations;
import dockdsl.value.ImageRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns each action into the one call that has its effect.
 *
 * @param here the shell of the machine that dockdsl runs on
 */
record StepRunner(FleetHost host, Site site, Shell here) {

    /**
     * @param progress gets short lines
     * @param warnings gets what the engine warns of
     * @throws dockdsl.problem.HostUnreachable when the connection is lost meanwhile
     */
    void run(Action action, Consumer<String> progress, Consumer<String> warnings) {
        try {
            perform(action, progress, warnings);
        } catch (DockdslException e) {
            throw host.reason(e);
        }
    }

    private void perform(Action action, Consumer<String> progress, Consumer<String> warnings) {
        Engine engine = host.engine();
        switch (action) {
            case Action.CreateNetwork network -> engine.createNetwork(network.body());
            case Action.RemoveNetwork network -> engine.removeNetwork(network.name());
            case Action.CreateVolume volume -> engine.createVolume(volume.body());
            case Action.RemoveVolume volume -> engine.removeVolume(volume.name());
            case Action.RemoveUnusedVolume volume -> engine.removeUnusedVolume(volume.name());
            case Action.PutFiles put -> engine.putFiles(put.container(), put.folder(), put.parcel());
            case Action.PullImage pull -> engine.pull(pull.image(), pull.platform(), login(pull.image()), progress);
            case Action.TagImage tag -> engine.tag(tag.image(), tag.name());
            case Action.RemoveImage image -> engine.removeImage(image.image());
            case Action.BuildImage build ->
                engine.build(
                        build.image(),
                        build.build(),
                        build.platform(),
                        site.name(),
                        gathered(build),
                        site.logins(),
                        progress);
            case Action.CreateContainer create ->
                engine.create(create.name(), create.revealed()).warnings().forEach(warnings);
            case Action.UpdateContainer update ->
                engine.update(update.name(), update.body()).forEach(warnings);
            case Action.StartContainer start -> engine.start(start.name());
            case Action.StopContainer stop -> engine.stop(stop.name(), stop.patience());
            case Action.RestartContainer restart -> engine.restart(restart.name(), restart.patience());
            case Action.ResumeContainer resume -> engine.resume(resume.name());
            case Action.RenameContainer rename -> engine.rename(rename.from(), rename.to());
            case Action.RemoveContainer remove -> engine.remove(remove.name(), remove.anonymousVolumes());
            case Action.ConnectNetwork join -> engine.connect(join.network(), join.container(), join.endpoint());
            case Action.DisconnectNetwork leave -> engine.disconnect(leave.network(), leave.container());
            case Action.AwaitWell wait -> new Gate(host).awaitWell(wait, progress);
            case Action.AwaitCheck wait -> new Gate(host).awaitCheck(wait, progress);
            case Action.RunHook hook -> new HookRun(host, here).run(hook, progress);
            case Action.Drain drain -> {
                progress.accept("waits " + Durations.show(drain.time()) + " before it stops");
                Pauses.of(drain.time());
            }
        }
    }

    private byte[] gathered(Action.BuildImage build) {
        return build.gather()
                .map(script -> new Gathering(host).run(build.build().folder().resolve(script)))
                .orElse(new byte[0]);
    }

    private Optional<RegistrySpec.Login> login(ImageRef image) {
        return Optional.ofNullable(site.logins().get(image.registry()));
    }

    /** What a container wrote last; nothing when it cannot be asked. */
    List<String> lastLines(String container, int count) {
        try {
            return host.engine().lastLines(container, count);
        } catch (DockdslException gone) {
            return List.of();
        }
    }
}
