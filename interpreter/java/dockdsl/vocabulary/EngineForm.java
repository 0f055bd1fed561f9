package dockdsl.vocabulary;

import dockdsl.value.Tree;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * How the engine keeps a setting, and how it is compared.
 *
 * @param field the field of the Engine API, for the manual
 * @param unset what a container has that nobody told anything, when the image says nothing either
 * @param inherited what the image says, from its {@code Config} object
 * @param over what holds when an image says the first and a site the second
 * @param seen what a container has, from its inspection
 * @param into a body of {@code POST /containers/create} with the value in it
 * @param inPlace whether the engine can go from the first value to the second without a new container
 */
public record EngineForm<T>(
        String field,
        T unset,
        Function<Tree, T> inherited,
        BinaryOperator<T> over,
        Function<Tree, T> seen,
        BiFunction<Tree, T, Tree> into,
        BiPredicate<T, T> inPlace) {

    private static final BiPredicate<Object, Object> NEVER = (before, after) -> false;

    /** A setting that images know nothing of and that needs a new container. */
    public static <T> EngineForm<T> of(String field, T unset, Function<Tree, T> seen, BiFunction<Tree, T, Tree> into) {
        return new EngineForm<>(field, unset, image -> unset, (image, declared) -> declared, seen, into, never());
    }

    /** A setting whose value an image can give. */
    public EngineForm<T> inheriting(Function<Tree, T> fromImage, BinaryOperator<T> merge) {
        return new EngineForm<>(field, unset, fromImage, merge, seen, into, inPlace);
    }

    public EngineForm<T> inPlace(BiPredicate<T, T> possible) {
        return new EngineForm<>(field, unset, inherited, over, seen, into, possible);
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
