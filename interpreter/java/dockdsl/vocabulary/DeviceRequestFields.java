package dockdsl.vocabulary;

import dockdsl.value.DeviceRequest;
import dockdsl.value.Tree;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** How the engine keeps the devices that its drivers find. */
final class DeviceRequestFields {
    private static final String REQUESTS = "HostConfig.DeviceRequests";

    private DeviceRequestFields() {}

    static EngineForm<SortedSet<DeviceRequest>> requests() {
        return EngineForm.of(
                REQUESTS,
                Collections.emptySortedSet(),
                inspect -> Kinds.sorted(inspect.trees(REQUESTS).stream()
                        .map(DeviceRequestFields::seen)
                        .toList()),
                (body, requests) -> body.with(
                        REQUESTS,
                        requests.stream().map(DeviceRequestFields::fields).toList()));
    }

    private static DeviceRequest seen(Tree request) {
        return new DeviceRequest(
                request.text("Driver"),
                (int) request.number("Count"),
                Kinds.sorted(request.texts("DeviceIDs")),
                Kinds.sorted(request.items("Capabilities").stream()
                        .map(words -> joined((Collection<?>) words))
                        .toList()),
                Fields.texts(request, "Options"));
    }

    private static String joined(Collection<?> words) {
        SortedSet<String> sorted = new TreeSet<>();
        words.forEach(word -> sorted.add(String.valueOf(word)));
        return String.join(",", sorted);
    }

    private static Map<String, Object> fields(DeviceRequest request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Driver", request.driver());
        fields.put("Count", request.count());
        fields.put("DeviceIDs", List.copyOf(request.ids()));
        fields.put(
                "Capabilities",
                request.capabilities().stream()
                        .map(words -> List.of(words.split(",")))
                        .toList());
        fields.put("Options", request.options());
        return fields;
    }
}
