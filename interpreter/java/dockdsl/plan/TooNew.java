package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.NetworkSpec;
import dockdsl.observed.EngineInfo;
import dockdsl.observed.Generation;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.NetworkWords;
import dockdsl.vocabulary.Setting;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that is declared and that an engine is too old to know. It would take no notice and say nothing, so it is not asked.
 *
 * @param who says it, such as {@code the container web}
 * @param name how it is written
 */
record TooNew(String who, String name, Generation since, EngineInfo engine) {
    static List<TooNew> of(ContainerSpec spec, EngineInfo engine) {
        return of("the container " + spec.engineName(), ContainerWords.NEW, spec.settings(), engine);
    }

    static List<TooNew> of(NetworkSpec spec, EngineInfo engine) {
        return of("the network " + spec.name(), NetworkWords.NEW, spec.settings(), engine);
    }

    /** @param settings those that may say such things */
    private static List<TooNew> of(String who, List<Setting<?>> settings, Declared declared, EngineInfo engine) {
        return settings.stream()
                .flatMap(setting -> in(who, setting, declared, engine))
                .toList();
    }

    private static <T> Stream<TooNew> in(String who, Setting<T> setting, Declared declared, EngineInfo engine) {
        return declared.find(setting).stream()
                .flatMap(value -> setting.unknownTo(engine, value).stream())
                .map(novelty -> new TooNew(who, novelty.name(), novelty.since(), engine));
    }

    String what() {
        return who + " says `" + name + "`, which engines know from Docker " + since.docker() + " on (API "
                + since.api() + "), and this one is Docker " + engine.version() + " (API " + engine.apiVersion() + ")";
    }

    String remedy() {
        return "Give the host Docker " + since.docker() + " or newer, or take `" + name
                + "` out: this engine would leave it out without a word.";
    }
}
