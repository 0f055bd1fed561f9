package dockdsl.lang;

import dockdsl.model.BuildSpec;
import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.Host;
import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import dockdsl.value.State;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Kinds;
import dockdsl.vocabulary.Setting;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The words of a {@code container} block, heard for one host, become its {@link ContainerSpec}s. */
final class ContainerScope implements Scope {
    private final String name;
    private final Host host;
    private final Facts facts;
    private final Said said;
    private final SiteFolder folder;
    private final Problems problems;
    private final Consumer<ContainerSpec> result;
    private final BiConsumer<String, Set<String>> unread;
    private final Collected collected;
    private Optional<BuildSpec> build = Optional.empty();
    private SortedMap<String, String> fromFiles = Collections.emptySortedMap();

    ContainerScope(
            String name,
            Host host,
            Facts facts,
            Said said,
            SiteFolder folder,
            Problems problems,
            Consumer<ContainerSpec> result,
            BiConsumer<String, Set<String>> unread) {
        this.name = name;
        this.host = host;
        this.facts = facts;
        this.said = said;
        this.folder = folder;
        this.problems = problems;
        this.result = result;
        this.unread = unread;
        this.collected = new Collected(problems);
    }

    static Problem onIsNested(SourceRef where) {
        return new Problem(
                where,
                "`on` does not stand at the top of the container's block",
                "It is read before the rest, so it stands in the block itself: not inside of if, of a loop or of a method.");
    }

    @Override
    public Block block() {
        return ContainerWords.BLOCK;
    }

    @Override
    public Optional<Facts> facts() {
        return Optional.of(facts);
    }

    @Override
    public <T> void hear(Setting<T> setting, T value, Said said) {
        if (setting == ContainerWords.ON) {
            problems.add(onIsNested(said.where()));
            return;
        }
        collected.add(setting, value, said.where());
        if (setting == ContainerWords.BUILD) {
            build = folder.build(ContainerWords.BUILD.kind(), said, problems);
            if (build.isEmpty()) {
                miss(setting.name());
            }
        } else if (setting == ContainerWords.ENV_FILE) {
            fromFiles = Kinds.merged(fromFiles, folder.variables((SortedSet<?>) value, said, problems));
        }
    }

    @Override
    public void miss(String word) {
        collected.miss(word);
    }

    @Override
    public List<Scope> open(Block block, Said said, List<Said> on) {
        return List.of(new HealthcheckScope(
                said, problems, check -> collected.add(ContainerWords.HEALTHCHECK_VALUE, check, said.where())));
    }

    @Override
    public void close() {
        State state = collected.declared().get(ContainerWords.STATE, State.RELOADED);
        Optional<ImageRef> image =
                collected.declared().find(ContainerWords.IMAGE).map(ImageRef::parse);
        unread.accept(name, collected.missed());
        if (image.isEmpty() && state != State.ABSENT) {
            missImage();
            unread.accept(name, Set.of(""));
            return;
        }
        Declared settings = withFiles();
        for (int instance = 1; instance <= settings.get(ContainerWords.INSTANCES, 1); instance++) {
            result.accept(new ContainerSpec(name, instance, host.name(), image, build, settings, said.where()));
        }
    }

    private void missImage() {
        if (collected.isWhole()) {
            String remedy = collected.declared().says(ContainerWords.BUILD)
                    ? "It is built, so say under which name: image '" + name + ":1.0'."
                    : "Write image '" + name + ":1.0', with a tag or a digest.";
            problems.add(said.where(), "container '" + name + "' has no image", remedy);
        }
    }

    private Declared withFiles() {
        Declared settings = collected.declared();
        return settings.where(ContainerWords.ENV_FILE)
                .map(where -> settings.with(
                        ContainerWords.ENV,
                        Kinds.merged(fromFiles, settings.get(ContainerWords.ENV, Collections.emptySortedMap())),
                        settings.where(ContainerWords.ENV).orElse(where)))
                .orElse(settings);
    }
}
