package dockdsl.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One SHA-256 over the entries of a build folder; every part goes in with its length, so that none can pass for another. */
final class Fingerprint {
    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    void add(BuildContext.Entry entry) {
        try {
            add(entry.name());
            if (entry.isLink()) {
                add("link");
                add(entry.target());
            } else if (entry.isFolder()) {
                add("folder");
            } else {
                add(entry.isExecutable() ? "program" : "file");
                add(entry.path());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private void add(Path file) throws IOException {
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream content = Files.newInputStream(file)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                digest.update(buffer, 0, count);
                size += count;
            }
        }
        add(size);
    }

    String text() {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
