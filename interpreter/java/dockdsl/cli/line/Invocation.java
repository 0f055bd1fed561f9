package dockdsl.cli.line;

import dockdsl.problem.UsageMistake;
import dockdsl.value.Durations;
import dockdsl.value.Malformed;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user typed, understood.
 *
 * @param arguments what stands behind the command and is no option
 * @param given the options with their values in the order in which they were given; a switch has an empty value
 */
public record Invocation(Command command, List<String> arguments, Map<Option, List<String>> given) {

    /** The same with this option and no other value of it. */
    public Invocation with(Option option, String value) {
        Map<Option, List<String>> others = new LinkedHashMap<>(given);
        others.put(option, List.of(value));
        return new Invocation(command, arguments, others);
    }

    /** The same as if these options had not been given. */
    public Invocation without(Option... options) {
        Map<Option, List<String>> others = new LinkedHashMap<>(given);
        others.keySet().removeAll(List.of(options));
        return new Invocation(command, arguments, others);
    }

    public boolean has(Option option) {
        return given.containsKey(option);
    }

    /** How often a switch was given. */
    public int count(Option option) {
        return all(option).size();
    }

    /** The last value given. */
    public Optional<String> last(Option option) {
        return has(option) ? Optional.of(all(option).getLast()) : Optional.empty();
    }

    public List<String> all(Option option) {
        return given.getOrDefault(option, List.of());
    }

    /** @throws UsageMistake when it is not a number from 1 to the most */
    public int number(Option option, int otherwise, int most) {
        if (!has(option)) {
            return otherwise;
        }
        String text = last(option).orElseThrow();
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw mistake(option, text, most, notANumber);
        }
        throw mistake(option, text, most, null);
    }

    /** @throws UsageMistake when it is not a length of time */
    public Duration duration(Option option, Duration otherwise) {
        if (!has(option)) {
            return otherwise;
        }
        String text = last(option).orElseThrow();
        try {
            return Durations.parse(text);
        } catch (Malformed e) {
            throw new UsageMistake("`" + option.spelled() + " " + text + "` is not a length of time.", e.remedy(), e);
        }
    }

    private static UsageMistake mistake(Option option, String text, int most, Throwable cause) {
        return new UsageMistake(
                "`" + option.spelled() + " " + text + "` is not a number from 1 to " + most + ".",
                "Write digits only, such as `" + option.spelled() + " 10`.",
                cause);
    }
}
