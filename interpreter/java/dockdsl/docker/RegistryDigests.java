package dockdsl.docker;

import dockdsl.host.Interest;
import dockdsl.problem.HostFailed;
import dockdsl.value.ImageRef;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Lets the engine ask registries which digest is behind a name now; a registry that does not say leaves no entry. */
record RegistryDigests(EngineApi api, Interest interest) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    Map<ImageRef, String> read() {
        if (interest.registry().isEmpty()) {
            return Map.of();
        }
        Map<ImageRef, String> digests = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            interest.registry()
                    .forEach(image ->
                            threads.submit(() -> digest(image).ifPresent(digest -> digests.put(image, digest))));
        }
        return digests;
    }

    private Optional<String> digest(ImageRef image) {
        Call call = Call.get("ask for the digest of " + image, Target.ofImage("distribution", image.toString()))
                .with(RegistryAuth.headers(Optional.ofNullable(interest.logins().get(image.registry()))))
                .within(PATIENCE)
                .from(image.registry());
        try {
            return Optional.of(api.object(call).text("Descriptor.digest")).filter(digest -> !digest.isEmpty());
        } catch (HostFailed unsaid) {
            return Optional.empty();
        }
    }
}
