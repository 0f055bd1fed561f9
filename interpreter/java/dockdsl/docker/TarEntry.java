package dockdsl.docker;

import dockdsl.model.BuildContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Collections;
import java.util.List;

/** One entry of a tar archive in the format of GNU tar, whose names may have any length. */
final class TarEntry {
    static final byte[] END = new byte[2 * 512];

    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 100;
    private static final long LARGEST = 1L << 33;
    private static final String LONG_NAME = "././@LongLink";

    private final byte[] header = new byte[BLOCK];

    private TarEntry() {}

    /** The entry with its content, to be read once. */
    static InputStream of(BuildContext.Entry entry) throws IOException {
        if (entry.isLink()) {
            return head(entry, '2', 0777, 0, entry.target());
        }
        if (entry.isFolder()) {
            return head(entry, '5', 0755, 0, "");
        }
        long size = Files.size(entry.path());
        if (size >= LARGEST) {
            throw new IOException(entry.path() + " has more than 8 GB, too much for an image");
        }
        return joined(
                head(entry, '0', entry.isExecutable() ? 0755 : 0644, size, ""),
                new ExactInput(entry.path(), size),
                padding(size));
    }

    private static InputStream head(BuildContext.Entry entry, char type, int mode, long size, String target)
            throws IOException {
        long seconds = Files.getLastModifiedTime(entry.path(), LinkOption.NOFOLLOW_LINKS)
                        .toMillis()
                / 1000;
        String name = entry.isFolder() ? entry.name() + "/" : entry.name();
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        announce(blocks, 'L', name);
        announce(blocks, 'K', target);
        blocks.writeBytes(header(type, name, mode, size, Math.max(0, seconds), target));
        return new ByteArrayInputStream(blocks.toByteArray());
    }

    /** A name that is too long comes before, as an entry of its own. */
    private static void announce(ByteArrayOutputStream blocks, char type, String name) {
        byte[] bytes = utf8(name + "\0");
        if (bytes.length > LONGEST_NAME) {
            blocks.writeBytes(header(type, LONG_NAME, 0644, bytes.length, 0, ""));
            blocks.writeBytes(bytes);
            blocks.writeBytes(new byte[paddingOf(bytes.length)]);
        }
    }

    private static byte[] header(char type, String name, int mode, long size, long seconds, String target) {
        TarEntry entry = new TarEntry();
        entry.put(0, LONGEST_NAME, utf8(name));
        entry.octal(100, 8, mode);
        entry.octal(108, 8, 0);
        entry.octal(116, 8, 0);
        entry.octal(124, 12, size);
        entry.octal(136, 12, seconds);
        entry.header[156] = (byte) type;
        entry.put(157, LONGEST_NAME, utf8(target));
        entry.put(257, 8, utf8("ustar  "));
        entry.sum();
        return entry.header;
    }

    private void put(int at, int most, byte[] bytes) {
        System.arraycopy(bytes, 0, header, at, Math.min(most, bytes.length));
    }

    private void octal(int at, int width, long number) {
        String digits = Long.toOctalString(number);
        put(at, width, utf8("0".repeat(width - 1 - digits.length()) + digits));
    }

    /** The sum is made with blanks in its place. */
    private void sum() {
        put(148, 8, utf8(" ".repeat(8)));
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        octal(148, 7, sum);
        header[154] = 0;
    }

    private static InputStream padding(long size) {
        return new ByteArrayInputStream(new byte[paddingOf(size)]);
    }

    private static int paddingOf(long size) {
        return (int) ((BLOCK - size % BLOCK) % BLOCK);
    }

    private static InputStream joined(InputStream... parts) {
        return new SequenceInputStream(Collections.enumeration(List.of(parts)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
