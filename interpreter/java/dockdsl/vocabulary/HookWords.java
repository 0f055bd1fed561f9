package dockdsl.vocabulary;

import dockdsl.value.Durations;
import dockdsl.value.Hook;
import dockdsl.value.Hook.Place;
import dockdsl.value.Malformed;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The words of a {@code hooks} block. */
public final class HookWords {
    private static final String EXPECTED = "local('command'), onHost('command') or inContainer('command')";

    private static final Kind<List<Hook>> HOOKS = new Kind<>(
            EXPECTED,
            List.of(
                    new Term(
                            "local",
                            "local('./notify.sh', 'web')",
                            "On the machine that dockdsl runs on, in the folder it was started in.",
                            arguments -> hook(Place.HERE, arguments.allowing("timeout"))),
                    new Term(
                            "onHost",
                            "onHost('systemctl', 'reload', 'haproxy', sudo: true)",
                            "On the host of the container, as the user who logs in, or as root.",
                            arguments -> hook(Place.HOST, arguments.allowing("timeout", "sudo"))),
                    new Term(
                            "inContainer",
                            "inContainer('nginx -s quit')",
                            "In the container. Left out where none runs.",
                            arguments -> hook(Place.CONTAINER, arguments.allowing("timeout")))),
            arguments -> Kinds.atLeastOne(arguments.allowing().flat(), EXPECTED).stream()
                    .map(HookWords::hook)
                    .toList(),
            hooks -> new TreeMap<>());

    public static final Setting<List<Hook>> BEFORE_SWITCH = Setting.of(
                    "beforeSwitch",
                    HOOKS,
                    "beforeSwitch local('./may-we-deploy.sh')",
                    "Before a container is created, replaced, started or restarted, when all is prepared and nothing disturbed. "
                            + "When it fails, all stays as it was. In the container means the one that runs already.")
            .alsoKnownAs("pre_deploy", "pre_tasks", "before", "preDeploy")
            .adding(Kinds::joined);

    public static final Setting<List<Hook>> BEFORE_STOP = Setting.of(
                    "beforeStop",
                    HOOKS,
                    "beforeStop onHost('haproxyctl', 'drain', 'web', sudo: true), inContainer('app --drain')",
                    "Before a running container is stopped, to have it taken from a load balancer for example; `drain` waits after it. "
                            + "When it fails, the container goes on.")
            .alsoKnownAs("pre_stop", "preStop")
            .adding(Kinds::joined);

    public static final Setting<List<Hook>> AFTER_START = Setting.of(
                    "afterStart",
                    HOOKS,
                    "afterStart inContainer('app', 'warm-up', timeout: '2m')",
                    "After the new container is well and its checks hold. When it fails, the container that ran before comes back.")
            .alsoKnownAs("post_start", "postStart", "post_deploy", "post_tasks", "after", "postDeploy")
            .adding(Kinds::joined);

    public static final Block BLOCK = new Block(
            "hooks",
            "Commands that run along with a change of the container: one text is a line for the shell, several texts are a program and "
                    + "its arguments, passed on exactly. They may take a minute, or `timeout:`. "
                    + "DOCKDSL_SITE, DOCKDSL_HOST, DOCKDSL_CONTAINER and DOCKDSL_IMAGE tell them what it is about.",
            "hooks { beforeStop inContainer('nginx -s quit', timeout: '30s') }",
            List.of("hook", "handlers", "lifecycle"),
            List.of(BEFORE_SWITCH, BEFORE_STOP, AFTER_START));

    static final Kind<Map<Hook.Moment, List<Hook>>> KIND = new Kind<>(
            "a block",
            List.of(),
            arguments -> {
                throw new Malformed("`hooks` needs a block", "Write " + BLOCK.example() + ".");
            },
            hooks -> new TreeMap<>());

    private HookWords() {}

    /** The hooks of each moment. */
    public static Map<Hook.Moment, List<Hook>> of(
            List<Hook> beforeSwitch, List<Hook> beforeStop, List<Hook> afterStart) {
        Map<Hook.Moment, List<Hook>> hooks = new EnumMap<>(Hook.Moment.class);
        hooks.put(Hook.Moment.BEFORE_SWITCH, beforeSwitch);
        hooks.put(Hook.Moment.BEFORE_STOP, beforeStop);
        hooks.put(Hook.Moment.AFTER_START, afterStart);
        return Collections.unmodifiableMap(hooks);
    }

    private static Hook hook(Object value) {
        if (value instanceof Hook hook) {
            return hook;
        }
        throw new Malformed("'" + value + "' does not say where it runs", "It takes " + EXPECTED + ".");
    }

    private static Hook hook(Place place, Arguments arguments) {
        return new Hook(
                place,
                arguments.flat().stream().map(Arguments::text).toList(),
                arguments.flag("sudo"),
                arguments.named().containsKey("timeout")
                        ? Durations.parse(arguments.text("timeout", ""))
                        : Hook.USUAL_TIMEOUT);
    }
}
