package dockdsl.vocabulary;

import dockdsl.observed.EngineInfo;
import dockdsl.observed.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/**
 * A word that takes a value. One object per setting is the only declaration of it; settings are compared by identity.
 *
 * @param <T> what the value means, whatever its spelling
 */
public final class Setting<T> implements Word {
    private final String name;
    private final Kind<T> kind;
    private final String doc;
    private final String example;
    private final List<String> synonyms;
    private final Optional<BinaryOperator<T>> adding;
    private final Optional<BinaryOperator<T>> layering;
    private final Optional<EngineForm<T>> engine;
    private final List<Novelty<T>> novelties;

    private Setting(
            String name,
            Kind<T> kind,
            String doc,
            String example,
            List<String> synonyms,
            Optional<BinaryOperator<T>> adding,
            Optional<BinaryOperator<T>> layering,
            Optional<EngineForm<T>> engine,
            List<Novelty<T>> novelties) {
        this.name = name;
        this.kind = kind;
        this.doc = doc;
        this.example = example;
        this.synonyms = List.copyOf(synonyms);
        this.adding = adding;
        this.layering = layering;
        this.engine = engine;
        this.novelties = List.copyOf(novelties);
    }

    /** A setting that is said once at most and means nothing to the engine. */
    public static <T> Setting<T> of(String name, Kind<T> kind, String example, String doc) {
        return new Setting<>(
                name, kind, doc, example, List.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    public Setting<T> alsoKnownAs(String... synonyms) {
        return new Setting<>(name, kind, doc, example, List.of(synonyms), adding, layering, engine, novelties);
    }

    /** May be said several times; the later one is added to the earlier ones. */
    public Setting<T> adding(BinaryOperator<T> together) {
        return new Setting<>(name, kind, doc, example, synonyms, Optional.of(together), layering, engine, novelties);
    }

    public Setting<T> keptAs(EngineForm<T> form) {
        return new Setting<>(name, kind, doc, example, synonyms, adding, layering, Optional.of(form), novelties);
    }

    /** Something in it that only engines from a generation on know. @param name how it is written, such as {@code startInterval} */
    public Setting<T> since(Generation generation, String name, Predicate<T> in) {
        List<Novelty<T>> more = new ArrayList<>(novelties);
        more.add(new Novelty<>(generation, name, in));
        return new Setting<>(name(), kind, doc, example, synonyms, adding, layering, engine, more);
    }

    /** What a later layer says goes over an earlier one in its own way: a mount, say, over one at the same place. */
    public Setting<T> layering(BinaryOperator<T> over) {
        return new Setting<>(name, kind, doc, example, synonyms, adding, Optional.of(over), engine, novelties);
    }

    @Override
    public String name() {
        return name;
    }

    public Kind<T> kind() {
        return kind;
    }

    @Override
    public String doc() {
        return doc;
    }

    @Override
    public String example() {
        return example;
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }

    /** How two mentions in one block become one value; empty when it may be said once only. */
    public Optional<BinaryOperator<T>> adding() {
        return adding;
    }

    /** What comes of a value below, as defaults give, and one above it. One that may be said once only replaces the other. */
    public T over(T below, T above) {
        return layering.or(() -> adding)
                .map(together -> together.apply(below, above))
                .orElse(above);
    }

    /** Whether a value above leaves something of one below. */
    public boolean joinsLayers() {
        return adding.isPresent() || layering.isPresent();
    }

    /** Empty when the engine knows nothing of it. */
    public Optional<EngineForm<T>> engine() {
        return engine;
    }

    /** What of it only newer engines know. */
    public List<Novelty<T>> novelties() {
        return novelties;
    }

    /** What of a value only newer engines know than this one. */
    public List<Novelty<T>> unknownTo(EngineInfo asked, T value) {
        return novelties.stream()
                .filter(novelty -> novelty.in().test(value) && !asked.isOf(novelty.since()))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
