package dockdsl.diary;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What runs have in common that are about the same hosts: the site file, its environment, the inventory and the limit. */
public final class ScheduleKey {
    private static final int BYTES = 4;

    private ScheduleKey() {}

    /**
     * Such as {@code shop-1a2b3c4d}: the folder or file with its own name, and what tells it from others of that name.
     *
     * @param file the absolute path of the site file
     * @param inventories absolute paths, or hosts
     */
    public static String of(Path file, Optional<String> environment, List<String> inventories, List<String> limits) {
        List<String> parts = new ArrayList<>(List.of(file.toString(), environment.orElse("")));
        parts.add(String.join("\n", inventories));
        parts.add(String.join("\n", limits));
        return name(file) + "-" + hash(String.join("\0", parts));
    }

    private static String name(Path file) {
        String own = file.getFileName().toString().replaceFirst("\\.groovy$", "");
        Path folder = file.getParent();
        String name = own.equals("site") && folder != null && folder.getFileName() != null
                ? folder.getFileName().toString()
                : own;
        return name.replaceAll("[^a-zA-Z0-9_.]+", "-").replaceAll("^[-.]+", "");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
