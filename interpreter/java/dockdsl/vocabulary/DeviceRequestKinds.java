package dockdsl.vocabulary;

import dockdsl.value.DeviceRequest;
import dockdsl.value.Malformed;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the values of {@link DeviceRequestWords} are spelled: in our words, in Docker's and in those of Compose. */
final class DeviceRequestKinds {
    private static final String EXPECTS = "'all', a number, or ids: ['0', '1']";

    /** One of the fields of {@code count=2,"capabilities=compute,utility"}, the quotes being optional. */
    private static final Pattern FIELD = Pattern.compile("(\\w+)=(.*?)(?=$|,\\w+=)");

    private static final List<String> NAMES = List.of("count", "ids", "capabilities", "driver", "options");

    static final Kind<SortedSet<DeviceRequest>> GPUS = Kinds.set(
                    EXPECTS, arguments -> List.of(request(fields(arguments))))
            .withTerms(Term.constant("all", "all", "All that the host has."));

    private DeviceRequestKinds() {}

    private static Map<String, Object> fields(Arguments arguments) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (!arguments.positional().isEmpty()) {
            fields.putAll(spelled(arguments.only(EXPECTS)));
        }
        arguments.named().forEach((name, value) -> {
            if (fields.put(ours(name), value) != null) {
                throw new Malformed("'" + ours(name) + "' is said twice", "Keep one of them.");
            }
        });
        new Arguments(List.of(), fields).allowing(NAMES.toArray(String[]::new));
        return fields;
    }

    private static Map<String, Object> spelled(Object value) {
        String text = Arguments.text(value).replace("\"", "").strip();
        return text.contains("=") ? docker(text) : Map.of("count", text);
    }

    private static Map<String, Object> docker(String text) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(text);
        int read = 0;
        while (field.find() && field.start() == (read == 0 ? 0 : read + 1)) {
            fields.put(ours(field.group(1)), field.group(2));
            read = field.end();
        }
        if (read != text.length()) {
            throw new Malformed("'" + text + "' does not say which GPUs", "It takes " + EXPECTS + ".");
        }
        return fields;
    }

    /** The words of Docker's command line and of Compose. */
    private static String ours(String name) {
        return switch (name) {
            case "device", "devices", "id", "device_ids", "deviceIds" -> "ids";
            case "capability", "caps" -> "capabilities";
            default -> name;
        };
    }

    private static DeviceRequest request(Map<String, Object> fields) {
        Arguments named = new Arguments(List.of(), fields);
        SortedSet<String> ids = words(fields.get("ids"));
        String driver = named.text("driver", "");
        if (fields.containsKey("count") == !ids.isEmpty()) {
            throw new Malformed(
                    ids.isEmpty() ? "it is not said how many GPUs" : "GPUs are counted and named",
                    ids.isEmpty() ? "It takes " + EXPECTS + "." : "Keep one of count: and ids:.");
        }
        return new DeviceRequest(
                driver,
                ids.isEmpty() ? count(Arguments.text(fields.get("count"))) : 0,
                ids,
                DeviceRequest.together(words(fields.get("capabilities")), driver),
                options(fields.get("options")));
    }

    private static int count(String text) {
        if (text.equals("all") || text.equals("-1")) {
            return DeviceRequest.ALL;
        }
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw new Malformed(
                    "'" + text + "' is not a number of GPUs",
                    "It takes " + EXPECTS + "."
                            + (text.matches("(?i)gpu.*") ? " One by its name: ids: ['" + text + "']." : ""));
        }
        return Integer.parseInt(text);
    }

    private static SortedSet<String> words(Object value) {
        Collection<?> several = value instanceof Collection<?> list
                ? list
                : value == null ? List.of() : List.of(Arguments.text(value).split(","));
        return Kinds.sorted(several.stream()
                .map(word -> Arguments.text(word).strip())
                .filter(word -> !word.isEmpty())
                .toList());
    }

    private static SortedMap<String, String> options(Object value) {
        return value == null ? Collections.emptySortedMap() : Kinds.PAIRS.read().apply(Arguments.of(value));
    }
}
