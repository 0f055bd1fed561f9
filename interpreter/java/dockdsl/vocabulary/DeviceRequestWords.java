package dockdsl.vocabulary;

import dockdsl.value.DeviceRequest;
import java.util.SortedSet;

/** The word of a {@code container} block about devices that a driver of the engine finds for it. */
public final class DeviceRequestWords {
    public static final Setting<SortedSet<DeviceRequest>> GPUS = Setting.of(
                    "gpus",
                    DeviceRequestKinds.GPUS,
                    "gpus 'all'",
                    "GPUs of the host that it may use: 'all', a number, or certain ones: gpus ids: ['0', 'GPU-3a23c669']. "
                            + "`capabilities:` says what for (compute, utility, graphics, video, display), `driver:` who finds them, "
                            + "`options:` what that one is told; gpus 'device=0,1' as with Docker. The engine needs the maker's toolkit on "
                            + "the host; one that has none refuses, and the container that runs stays.")
            .alsoKnownAs("gpu", "device_requests", "deviceRequests", "nvidia")
            .adding(Kinds::union)
            .keptAs(DeviceRequestFields.requests());

    private DeviceRequestWords() {}
}
