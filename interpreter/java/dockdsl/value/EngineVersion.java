package dockdsl.value;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The version of an engine, ordered number by number; {@code 28} is the first of all {@code 28.x}.
 *
 * @param numbers at least one, the most important first
 */
public record EngineVersion(List<Integer> numbers) implements Comparable<EngineVersion> {
    private static final Pattern EPOCH = Pattern.compile("^\\d+:");
    private static final Pattern VERSION = Pattern.compile("\\d{1,8}(\\.\\d{1,8})*");

    public EngineVersion {
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("a version has at least one number");
        }
        numbers = List.copyOf(numbers);
    }

    /**
     * The first version in a text such as {@code Docker version 20.10.24+dfsg1, build 297e128} or the package version
     * {@code 5:28.0.1-1~debian.12}; empty when there is none.
     */
    public static Optional<EngineVersion> in(String text) {
        var version = VERSION.matcher(EPOCH.matcher(text).replaceFirst(""));
        return version.find() ? Optional.of(of(version.group())) : Optional.empty();
    }

    private static EngineVersion of(String digitsAndDots) {
        return new EngineVersion(
                Stream.of(digitsAndDots.split("\\.")).map(Integer::valueOf).toList());
    }

    public boolean isOlderThan(EngineVersion other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(EngineVersion other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = Integer.compare(number(i), other.number(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int number(int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    @Override
    public String toString() {
        return String.join(".", numbers.stream().map(String::valueOf).toList());
    }
}
