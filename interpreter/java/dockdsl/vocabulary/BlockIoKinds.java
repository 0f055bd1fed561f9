package dockdsl.vocabulary;

import dockdsl.value.Bytes;
import dockdsl.value.Malformed;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/** The kinds of values of {@link BlockIoWords}. */
final class BlockIoKinds {
    private static final int LEAST_WEIGHT = 10;
    private static final int MOST_WEIGHT = 1000;

    static final Kind<Integer> WEIGHT =
            Kinds.number("a number from " + LEAST_WEIGHT + " to " + MOST_WEIGHT, LEAST_WEIGHT, MOST_WEIGHT);

    static final Kind<SortedMap<String, Integer>> WEIGHTS = perDevice(
            "devices with weights from 10 to 1000, such as '/dev/sda': 200",
            text -> between(LEAST_WEIGHT, MOST_WEIGHT, text),
            String::valueOf);

    static final Kind<SortedMap<String, Bytes>> BYTES = perDevice(
            "devices with sizes, such as '/dev/sda': '20m'",
            text -> ResourceKinds.positive(Bytes.parse(text.replaceFirst("(?i)(ps|/s)$", ""))),
            Bytes::toString);

    static final Kind<SortedMap<String, Integer>> OPERATIONS = perDevice(
            "devices with numbers, such as '/dev/sda': 1000",
            text -> between(1, Integer.MAX_VALUE, text),
            String::valueOf);

    private BlockIoKinds() {}

    private static <V> Kind<SortedMap<String, V>> perDevice(
            String expects, Function<String, V> read, Function<V, String> show) {
        return new Kind<>(
                expects,
                List.of(),
                arguments -> Kinds.mapped(devices(arguments), read),
                values -> Kinds.mapped(values, show));
    }

    private static SortedMap<String, String> devices(Arguments arguments) {
        SortedMap<String, String> devices = Kinds.PAIRS.read().apply(arguments);
        devices.keySet().stream()
                .filter(path -> !path.startsWith("/"))
                .findFirst()
                .ifPresent(path -> {
                    throw new Malformed(
                            "'" + path + "' is not the path of a device", "Write it in full: '/dev/" + path + "'.");
                });
        return devices;
    }

    private static int between(int least, int most, String text) {
        int number = Arguments.integer(text);
        if (number < least || number > most) {
            throw new Malformed(number + " is out of range", "It is " + least + " to " + most + ".");
        }
        return number;
    }
}
