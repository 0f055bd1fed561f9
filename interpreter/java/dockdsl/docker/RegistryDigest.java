package dockdsl.docker;

import dockdsl.host.ImageUnknown;
import dockdsl.model.RegistrySpec;
import dockdsl.problem.HostFailed;
import dockdsl.value.ImageRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lets the engine ask a registry which digest is behind a name now: one for all platforms, where the image has several. */
record RegistryDigest(EngineApi api, ImageRef image, Optional<RegistrySpec.Login> login) {
    /** Words of registries that know for sure; one that wants a login may have the image all the same. */
    private static final List<String> NONE = List.of("manifest unknown", "name unknown", "repository name not known");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** @throws ImageUnknown when the registry has none of this name */
    String read() {
        Call call = Call.get("ask for the digest of " + image, Target.ofImage("distribution", image.toString()))
                .with(RegistryAuth.headers(login))
                .within(PATIENCE)
                .from(image.registry());
        String digest = digest(call);
        if (!ImageRef.isDigest(digest)) {
            throw new HostFailed(
                    api.host(), call.failure() + ": the answer has none", "The registry may be too old for digests.");
        }
        return digest;
    }

    private String digest(Call call) {
        try {
            return api.object(call).text("Descriptor.digest");
        } catch (EngineRefused refused) {
            throw NONE.stream().anyMatch(refused::says)
                    ? new ImageUnknown(api.host(), refused.words(), refused.remedy())
                    : refused;
        }
    }
}
