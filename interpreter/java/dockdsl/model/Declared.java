package dockdsl.model;

import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Setting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The settings that a block gives, each with the place that says so. */
public final class Declared {
    public static final Declared NOTHING = new Declared(Map.of(), Map.of());

    private final Map<Setting<?>, Object> values;
    private final Map<Setting<?>, List<Said>> sayings;

    /** What a setting was once something had been said of it, and where that stands. */
    private record Said(Object value, SourceRef where) {}

    private Declared(Map<Setting<?>, Object> values, Map<Setting<?>, List<Said>> sayings) {
        this.values = Collections.unmodifiableMap(values);
        this.sayings = Collections.unmodifiableMap(sayings);
    }

    /** These settings and this one, in place of what was said of it before. */
    public <T> Declared with(Setting<T> setting, T value, SourceRef where) {
        Map<Setting<?>, Object> moreValues = new LinkedHashMap<>(values);
        Map<Setting<?>, List<Said>> moreSayings = new LinkedHashMap<>(sayings);
        moreValues.put(setting, value);
        moreSayings.put(setting, joined(sayings.getOrDefault(setting, List.of()), List.of(new Said(value, where))));
        return new Declared(moreValues, moreSayings);
    }

    /** These settings with those of a lower layer, such as defaults, below them; `without` keeps some of the lower ones out. */
    public Declared over(Declared below) {
        Set<String> without = get(ContainerWords.WITHOUT, Collections.emptySortedSet());
        Declared both = NOTHING;
        for (Setting<?> setting : below.values.keySet()) {
            both = without.contains(setting.name()) ? both : both.taking(setting, below);
        }
        for (Setting<?> setting : values.keySet()) {
            both = both.taking(setting, this);
        }
        return both;
    }

    private <T> Declared taking(Setting<T> setting, Declared above) {
        T value = above.find(setting).orElseThrow();
        T whole = find(setting).map(below -> setting.over(below, value)).orElse(value);
        Declared both = with(setting, whole, above.where(setting).orElseThrow());
        Map<Setting<?>, List<Said>> moreSayings = new LinkedHashMap<>(both.sayings);
        moreSayings.put(setting, joined(sayings.getOrDefault(setting, List.of()), above.sayings.get(setting)));
        return new Declared(both.values, moreSayings);
    }

    private static <E> List<E> joined(List<E> first, List<E> second) {
        return first.isEmpty()
                ? second
                : Stream.concat(first.stream(), second.stream()).toList();
    }

    @SuppressWarnings("unchecked") // `with` is the only way in
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting));
    }

    public <T> T get(Setting<T> setting, T otherwise) {
        return find(setting).orElse(otherwise);
    }

    public boolean says(Setting<?> setting) {
        return values.containsKey(setting);
    }

    /** Where the setting was said last. */
    public Optional<SourceRef> where(Setting<?> setting) {
        return Optional.ofNullable(sayings.get(setting))
                .map(said -> said.getLast().where());
    }

    /** Where a part of the setting was said first, when it is said in several places; else where the setting was said last. */
    @SuppressWarnings("unchecked") // `with` is the only way in
    public <T> Optional<SourceRef> where(Setting<T> setting, Predicate<T> part) {
        return sayings.getOrDefault(setting, List.of()).stream()
                .filter(said -> part.test((T) said.value()))
                .map(Said::where)
                .findFirst()
                .or(() -> where(setting));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Declared declared && values.equals(declared.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
