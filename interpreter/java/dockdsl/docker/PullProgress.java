package dockdsl.docker;

import dockdsl.value.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Sums up the lines that an engine writes while it pulls, one about every layer many times a second. */
final class PullProgress {
    private static final long MEGABYTE = 1_000_000;

    private record Layer(boolean done, long loaded, long size) {}

    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final Consumer<String> listener;
    private String last = "";

    PullProgress(Consumer<String> listener) {
        this.listener = listener;
    }

    void take(Tree line) {
        String id = line.text("id");
        String status = line.text("status");
        if (id.isEmpty() || status.startsWith("Pulling from")) {
            return;
        }
        Layer before = layers.getOrDefault(id, new Layer(false, 0, 0));
        layers.put(id, after(before, status, line));
        tell();
    }

    private static Layer after(Layer before, String status, Tree line) {
        return switch (status) {
            case "Downloading" ->
                new Layer(
                        false,
                        line.number("progressDetail.current"),
                        Math.max(before.size(), line.number("progressDetail.total")));
            case "Download complete", "Verifying Checksum", "Extracting" ->
                new Layer(false, before.size(), before.size());
            case "Pull complete", "Already exists" -> new Layer(true, before.size(), before.size());
            default -> before;
        };
    }

    private void tell() {
        String summary = summary();
        if (!summary.equals(last)) {
            last = summary;
            listener.accept(summary);
        }
    }

    private String summary() {
        long done = layers.values().stream().filter(Layer::done).count();
        long loaded = layers.values().stream().mapToLong(Layer::loaded).sum();
        long size = layers.values().stream().mapToLong(Layer::size).sum();
        String summary = done + " of " + layers.size() + " layers";
        return size < MEGABYTE ? summary : summary + ", " + loaded / MEGABYTE + " of " + size / MEGABYTE + " MB";
    }
}
