package dockdsl.vocabulary;

import dockdsl.value.Bytes;
import java.util.SortedMap;

/** The words of a {@code container} block about how much it may read from and write to the disks of its host. */
public final class BlockIoWords {
    private static final String DEVICES =
            " Devices are named by their paths on the host. Where the kernel cannot do that, it is left out, with a warning.";

    public static final Setting<Integer> WEIGHT = Setting.of(
                    "blkioWeight",
                    BlockIoKinds.WEIGHT,
                    "blkioWeight 300",
                    "Its share of disk time among the others when disks are busy, 10 to 1000; others have 500. Changed without a new "
                            + "container, said first and taken away with one. Where the kernel cannot do that, it is left out, with a warning.")
            .alsoKnownAs("blkio_weight", "blkio_config", "blkio", "io_weight")
            .keptAs(BlockIoFields.weight());

    public static final Setting<SortedMap<String, Integer>> WEIGHTS = Setting.of(
                    "blkioWeightDevice",
                    BlockIoKinds.WEIGHTS,
                    "blkioWeightDevice '/dev/sda': 200",
                    "The same for single devices, instead of `blkioWeight`." + DEVICES)
            .alsoKnownAs("blkio_weight_device", "weight_device")
            .adding(Kinds::merged)
            .keptAs(BlockIoFields.weights());

    public static final Setting<SortedMap<String, Bytes>> READ_BYTES = Setting.of(
                    "deviceReadBps",
                    BlockIoKinds.BYTES,
                    "deviceReadBps '/dev/sda': '20m'",
                    "The most it reads from devices in a second." + DEVICES)
            .alsoKnownAs("device_read_bps")
            .adding(Kinds::merged)
            .keptAs(BlockIoFields.bytes("deviceReadBps", "BlkioDeviceReadBps"));

    public static final Setting<SortedMap<String, Bytes>> WRITE_BYTES = Setting.of(
                    "deviceWriteBps",
                    BlockIoKinds.BYTES,
                    "deviceWriteBps '/dev/sda': '10m'",
                    "The most it writes to devices in a second." + DEVICES)
            .alsoKnownAs("device_write_bps")
            .adding(Kinds::merged)
            .keptAs(BlockIoFields.bytes("deviceWriteBps", "BlkioDeviceWriteBps"));

    public static final Setting<SortedMap<String, Integer>> READ_OPERATIONS = Setting.of(
                    "deviceReadIops",
                    BlockIoKinds.OPERATIONS,
                    "deviceReadIops '/dev/sda': 1000",
                    "How many times a second it reads from devices at most." + DEVICES)
            .alsoKnownAs("device_read_iops")
            .adding(Kinds::merged)
            .keptAs(BlockIoFields.operations("deviceReadIops", "BlkioDeviceReadIOps"));

    public static final Setting<SortedMap<String, Integer>> WRITE_OPERATIONS = Setting.of(
                    "deviceWriteIops",
                    BlockIoKinds.OPERATIONS,
                    "deviceWriteIops '/dev/sda': 500",
                    "How many times a second it writes to devices at most." + DEVICES)
            .alsoKnownAs("device_write_iops")
            .adding(Kinds::merged)
            .keptAs(BlockIoFields.operations("deviceWriteIops", "BlkioDeviceWriteIOps"));

    private BlockIoWords() {}
}
