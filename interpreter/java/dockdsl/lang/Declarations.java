package dockdsl.lang;

import dockdsl.model.Declared;
import dockdsl.model.DockerSpec;
import dockdsl.model.NetworkSpec;
import dockdsl.model.VolumeSpec;
import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.RolloutPolicy;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.Declaration;
import dockdsl.vocabulary.DockerWords;
import dockdsl.vocabulary.Kind;
import dockdsl.vocabulary.NetworkWords;
import dockdsl.vocabulary.NotifyWords;
import dockdsl.vocabulary.RolloutWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.SiteWords;
import dockdsl.vocabulary.VolumeWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a site declares beside its containers, each thing once; what the environment says of it counts more. */
final class Declarations {
    /** Those that declare such a thing. */
    static final List<Block> BLOCKS =
            List.of(DockerWords.BLOCK, NetworkWords.BLOCK, VolumeWords.BLOCK, NotifyWords.BLOCK, RolloutWords.BLOCK);

    private final Named<Placed<SiteWords.Registry>> registries = new Named<>("registry");
    private final Named<NetworkSpec> networks = new Named<>("network");
    private final Named<VolumeSpec> volumes = new Named<>("volume");
    private final Named<DockerSpec> docker = new Named<>("`docker`");
    private final Named<RolloutPolicy> rollout = new Named<>("`rollout`");
    private final Named<List<Placed<NotifyWords.Listener>>> listeners = new Named<>("`notify`");
    private final NamedSecrets secrets;
    private final Consumer<String> missed;
    private final Problems problems;

    /** @param missed is told of words that could not be read */
    Declarations(NamedSecrets secrets, Consumer<String> missed, Problems problems) {
        this.secrets = secrets;
        this.missed = missed;
        this.problems = problems;
    }

    /** One value of a word that declares. */
    void declare(Setting<?> setting, Object value, SourceRef where, boolean ofEnvironment) {
        switch (value) {
            case SiteWords.Registry registry ->
                tell(registries.declare(registry.address(), new Placed<>(registry, where), where, ofEnvironment));
            case SiteWords.NamedSecret secret -> tell(secrets.declare(secret, where, ofEnvironment));
            case Declaration named ->
                declare(
                        setting == NetworkWords.NETWORK,
                        named.name(),
                        NamedScope.settings(named, where, problems),
                        where,
                        ofEnvironment);
            default -> throw new IllegalStateException("unknown at the top level: " + setting);
        }
    }

    private void declare(boolean isNetwork, String name, Declared settings, SourceRef where, boolean ofEnvironment) {
        tell(
                isNetwork
                        ? networks.declare(name, new NetworkSpec(name, settings, where), where, ofEnvironment)
                        : volumes.declare(name, new VolumeSpec(name, settings, where), where, ofEnvironment));
    }

    private void tell(Optional<Problem> twice) {
        twice.ifPresent(problems::add);
    }

    /** @param block one of {@link #BLOCKS} */
    List<Scope> open(Block block, Said said, boolean ofEnvironment) {
        if (block == DockerWords.BLOCK) {
            return List.of(
                    DockerScope.of(problems, spec -> tell(docker.declare("", spec, said.where(), ofEnvironment))));
        }
        if (block == NotifyWords.BLOCK) {
            return List.of(
                    NotifyScope.of(problems, told -> tell(listeners.declare("", told, said.where(), ofEnvironment))));
        }
        if (block == RolloutWords.BLOCK) {
            return List.of(RolloutScope.of(
                    problems, policy -> tell(rollout.declare("", policy, said.where(), ofEnvironment))));
        }
        return named(block, said, ofEnvironment);
    }

    private List<Scope> named(Block block, Said said, boolean ofEnvironment) {
        boolean isNetwork = block == NetworkWords.BLOCK;
        Kind<List<Declaration>> kind = isNetwork ? NetworkWords.NETWORK.kind() : VolumeWords.VOLUME.kind();
        Optional<List<Declaration>> declarations = said.read(kind, problems);
        if (declarations.isEmpty()) {
            missed.accept(block.name());
        }
        SourceRef where = said.where();
        return declarations.stream()
                .flatMap(List::stream)
                .map(each -> NamedScope.of(
                        block,
                        each,
                        where,
                        problems,
                        settings -> declare(isNetwork, each.name(), settings, where, ofEnvironment)))
                .toList();
    }

    List<Placed<SiteWords.Registry>> registries() {
        return registries.values();
    }

    NamedSecrets secrets() {
        return secrets;
    }

    List<NetworkSpec> networks() {
        return networks.values();
    }

    List<VolumeSpec> volumes() {
        return volumes.values();
    }

    DockerSpec docker() {
        return docker.find("").orElse(DockerSpec.ANY);
    }

    List<Placed<NotifyWords.Listener>> listeners() {
        return listeners.find("").orElse(List.of());
    }

    RolloutPolicy rollout() {
        return rollout.find("").orElse(RolloutPolicy.NONE);
    }
}
