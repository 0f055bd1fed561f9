package dockdsl.vocabulary;

import dockdsl.observed.EngineInfo;
import dockdsl.observed.Facility;
import dockdsl.value.Tree;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * How the engine keeps a setting, and how it is compared.
 *
 * @param field the field of the Engine API, for the manual
 * @param sources the fields that {@code seen}, {@code counted} and {@code inherited} begin with: where none of them is there, and
 *     nothing is declared, a container has {@code unset}
 * @param unset what a container has that nobody told anything, when the image says nothing either
 * @param inherited what the image says, from its {@code Config} object
 * @param over what holds when an image says the first and a site the second
 * @param seen what a container has, from its inspection
 * @param into a body of {@code POST /containers/create} with the value in it
 * @param inPlace whether the engine can go from the first value to the second without a new container
 * @param counted what counts of what a container has
 * @param dropped whether a container has the value because its engine drops all others, so that telling it again is in vain
 */
public record EngineForm<T>(
        String field,
        List<String> sources,
        T unset,
        Function<Tree, T> inherited,
        BinaryOperator<T> over,
        Function<Tree, T> seen,
        BiFunction<Tree, T, Tree> into,
        BiPredicate<T, T> inPlace,
        Counted<T> counted,
        Dropped<T> dropped) {

    private static final BiPredicate<Object, Object> NEVER = (before, after) -> false;
    private static final Dropped<Object> KEEPS_ALL = (engine, inspect, seen) -> false;

    /** A setting that images know nothing of and that needs a new container. */
    public static <T> EngineForm<T> of(String field, T unset, Function<Tree, T> seen, BiFunction<Tree, T, Tree> into) {
        return new EngineForm<>(
                field,
                List.of(field),
                unset,
                image -> unset,
                (image, declared) -> declared,
                seen,
                into,
                never(),
                everything(),
                keepsAll());
    }

    /** A setting that is not read from its own field alone. */
    EngineForm<T> readFrom(String... paths) {
        return new EngineForm<>(field, List.of(paths), unset, inherited, over, seen, into, inPlace, counted, dropped);
    }

    /** A setting whose value an image can give. */
    public EngineForm<T> inheriting(Function<Tree, T> fromImage, BinaryOperator<T> merge) {
        return new EngineForm<>(field, sources, unset, fromImage, merge, seen, into, inPlace, counted, dropped);
    }

    public EngineForm<T> inPlace(BiPredicate<T, T> possible) {
        return new EngineForm<>(field, sources, unset, inherited, over, seen, into, possible, counted, dropped);
    }

    /**
     * A setting for which the engine has a default of its own, which may be another one tomorrow. A container keeps the default
     * of the day on which it was made, so that nobody can see in it whether it was told: a label remembers.
     *
     * @param name the setting's name
     */
    public EngineForm<T> defaultOfEngine(String name) {
        return new EngineForm<>(
                field,
                sources,
                unset,
                inherited,
                over,
                seen,
                (body, value) -> Told.remember(into.apply(body, value), name),
                inPlace,
                (inspect, value, declared) ->
                        declared.isPresent() || Told.in(inspect).contains(name) ? value : unset,
                dropped);
    }

    /** The same with another way into a body. */
    EngineForm<T> with(BiFunction<Tree, T, Tree> otherInto) {
        return new EngineForm<>(field, sources, unset, inherited, over, seen, otherInto, inPlace, counted, dropped);
    }

    public EngineForm<T> counting(Counted<T> what) {
        return new EngineForm<>(field, sources, unset, inherited, over, seen, into, inPlace, what, dropped);
    }

    /** A setting that engines drop when they are told it, with a warning, where the kernel has no such thing. */
    EngineForm<T> needing(Facility facility) {
        return dropping((engine, inspect, value) -> engine.lacks(facility));
    }

    /**
     * A setting that engines drop where the kernel has no such thing, and no engine tells beforehand. A label remembers that a
     * container was told: one that has nothing nevertheless never will.
     *
     * @param name the setting's name
     */
    EngineForm<T> keptWherePossible(String name) {
        return with((body, value) -> Told.remember(into.apply(body, value), name))
                .dropping((engine, inspect, value) ->
                        value.equals(unset) && Told.in(inspect).contains(name));
    }

    private EngineForm<T> dropping(Dropped<T> when) {
        return new EngineForm<>(field, sources, unset, inherited, over, seen, into, inPlace, counted, when);
    }

    /** Whether there are engines that take no notice of it. */
    public boolean isEverDropped() {
        return dropped != KEEPS_ALL;
    }

    /** Whether what a container has is all that its engine will ever let it have. */
    @FunctionalInterface
    public interface Dropped<T> {
        boolean is(EngineInfo engine, Tree inspect, T seen);
    }

    @SuppressWarnings("unchecked") // it looks at no value
    private static <T> Dropped<T> keepsAll() {
        return (Dropped<T>) KEEPS_ALL;
    }

    /** What counts of what a container has, given its inspection and what is declared for it now. */
    @FunctionalInterface
    public interface Counted<T> {
        T of(Tree inspect, T seen, Optional<T> declared);
    }

    private static <T> Counted<T> everything() {
        return (inspect, seen, declared) -> seen;
    }

    /** Whether there is any change that needs no new container. */
    public boolean isEverInPlace() {
        return inPlace != NEVER;
    }

    @SuppressWarnings("unchecked") // it looks at neither value
    private static <T> BiPredicate<T, T> never() {
        return (BiPredicate<T, T>) NEVER;
    }
}
