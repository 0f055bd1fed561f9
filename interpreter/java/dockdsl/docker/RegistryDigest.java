package dockdsl.docker;

import dockdsl.model.RegistrySpec;
import dockdsl.problem.HostFailed;
import dockdsl.value.ImageRef;
import java.time.Duration;
import java.util.Optional;

/** Lets the engine ask a registry which digest is behind a name now: one for all platforms, where the image has several. */
record RegistryDigest(EngineApi api, ImageRef image, Optional<RegistrySpec.Login> login) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    String read() {
        Call call = Call.get("ask for the digest of " + image, Target.ofImage("distribution", image.toString()))
                .with(RegistryAuth.headers(login))
                .within(PATIENCE)
                .from(image.registry());
        String digest = api.object(call).text("Descriptor.digest");
        if (!ImageRef.isDigest(digest)) {
            throw new HostFailed(
                    api.host(), call.failure() + ": the answer has none", "The registry may be too old for digests.");
        }
        return digest;
    }
}
