package dockdsl.vocabulary;

import java.util.Map;
import java.util.Optional;

/** Words of Docker, Compose and Ansible for what is said otherwise here, or not at all because it goes by itself. */
public final class Elsewhere {
    private static final String EXACT = "All of its settings are compared, always; there is nothing to say.";
    private static final String ENGINES_DROPPED_IT = "Engines no longer have it; take it out.";

    private static final Map<String, String> OF_CONTAINERS = Map.ofEntries(
            Map.entry("container_name", "The name stands in front: container('redis') { ... }."),
            Map.entry("name", "The name stands in front: container('redis') { ... }."),
            Map.entry(
                    "auto_remove",
                    "A container of a site stays until the file says otherwise; `dockdsl run` is for those that run once."),
            Map.entry(
                    "rm",
                    "A container of a site stays until the file says otherwise; `dockdsl run` is for those that run once."),
            Map.entry("detach", "It is always in the background; `dockdsl logs -f` shows its output."),
            Map.entry("attach", "It is always in the background; `dockdsl logs -f` shows its output."),
            Map.entry("output_logs", "`dockdsl logs` shows its output."),
            Map.entry("kernel_memory", ENGINES_DROPPED_IT + " `memory` counts the kernel's memory as well."),
            Map.entry("link_local_ips", ENGINES_DROPPED_IT),
            Map.entry(
                    "volume_driver",
                    "It belongs to the volume, at the top level: volume 'data', driver: 'local'; name it here with `volume`."),
            Map.entry("isolation", "It is for containers of Windows; take it out."),
            Map.entry("credential_spec", "It is for containers of Windows; take it out."),
            Map.entry(
                    "profiles",
                    "Say `tags` and choose with `--tags`, or put it into an environment('NAME') { ... } block."),
            Map.entry("extends", "Say what they share in defaults { ... }, or write a recipe, and `use` it."),
            Map.entry("platform", "The engine takes what fits its host; build or push the image for that processor."),
            Map.entry("paused", "What is paused runs on with the next apply; `state stopped` stops it."),
            Map.entry(
                    "recreate",
                    "It is made anew when something differs; `state restarted` restarts it with every apply."),
            Map.entry("force_kill", "`stopTimeout 0` ends it at once."),
            Map.entry("keep_volumes", "Volumes are kept always, those without a name too."),
            Map.entry("renew_anon_volumes", "Volumes are kept always, those without a name too."),
            Map.entry("cleanup", "`state absent` removes it."),
            Map.entry("comparisons", EXACT),
            Map.entry("image_comparison", EXACT),
            Map.entry("image_name_mismatch", EXACT),
            Map.entry("image_label_mismatch", EXACT),
            Map.entry("container_default_behavior", EXACT),
            Map.entry("default_host_ip", "Say the address with the port: publish '127.0.0.1:8080:80'."),
            Map.entry("healthy_wait_timeout", "Say it of the rollout: rollout { healthyWithin '60s' }."));

    private Elsewhere() {}

    /** What to do about the word in this block; empty when nothing is known of it. */
    public static Optional<String> advice(Block block, String word) {
        return block == ContainerWords.BLOCK ? Optional.ofNullable(OF_CONTAINERS.get(word)) : Optional.empty();
    }
}
