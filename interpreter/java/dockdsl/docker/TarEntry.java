package dockdsl.docker;

import dockdsl.model.BuildContext;
import dockdsl.value.FileTree;
import dockdsl.value.Owner;
import dockdsl.value.Parcel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** One entry of a tar archive in the format of GNU tar, whose names may have any length. */
final class TarEntry {
    static final byte[] END = new byte[2 * 512];

    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 100;
    private static final long LARGEST = 1L << 33;
    private static final char FILE = '0';
    private static final char LINK = '2';
    private static final char FOLDER = '5';
    private static final char LONG_NAME_FOLLOWS = 'L';
    private static final char LONG_TARGET_FOLLOWS = 'K';
    private static final String LONG_NAME = "././@LongLink";

    private final byte[] header = new byte[BLOCK];

    private TarEntry() {}

    /** The entry with its content, to be read once. */
    static InputStream of(BuildContext.Entry entry) throws IOException {
        if (entry.isLink()) {
            return head(of(entry, LINK, 0777), 0, entry.target());
        }
        if (entry.isFolder()) {
            return head(of(entry, FOLDER, 0755), 0, "");
        }
        long size = Files.size(entry.path());
        if (size >= LARGEST) {
            throw new IOException(entry.path() + " has more than 8 GB, too much for an image");
        }
        Head head = of(entry, FILE, entry.isExecutable() ? 0755 : 0644);
        return joined(head(head, size, ""), new ExactInput(entry.path(), size), padding(size));
    }

    private static Head of(BuildContext.Entry entry, char type, int mode) throws IOException {
        Instant changed = Files.getLastModifiedTime(entry.path(), LinkOption.NOFOLLOW_LINKS)
                .toInstant();
        return new Head(type, entry.name(), mode, Owner.ROOT, Math.max(0, changed.getEpochSecond()));
    }

    /** The entry with its content, as of now, to be read once. */
    static InputStream of(Parcel.Entry entry) {
        return switch (entry.node()) {
            case FileTree.Link(String target) -> head(of(entry, LINK), 0, target);
            case FileTree.Folder() -> head(of(entry, FOLDER), 0, "");
            case FileTree.File file -> {
                byte[] content = file.content().reveal();
                yield joined(
                        head(of(entry, FILE), content.length, ""),
                        new ByteArrayInputStream(content),
                        padding(content.length));
            }
        };
    }

    private static Head of(Parcel.Entry entry, char type) {
        return new Head(
                type,
                entry.path(),
                entry.mode().bits(),
                entry.owner(),
                Instant.now().getEpochSecond());
    }

    /** @param seconds since 1970 when it was changed */
    private record Head(char type, String name, int mode, Owner owner, long seconds) {}

    private static InputStream head(Head head, long size, String target) {
        String name = head.type() == FOLDER ? head.name() + "/" : head.name();
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        announce(blocks, LONG_NAME_FOLLOWS, name);
        announce(blocks, LONG_TARGET_FOLLOWS, target);
        blocks.writeBytes(header(head, name, size, target));
        return new ByteArrayInputStream(blocks.toByteArray());
    }

    /** A name that is too long comes before, as an entry of its own. */
    private static void announce(ByteArrayOutputStream blocks, char type, String name) {
        byte[] bytes = utf8(name + "\0");
        if (bytes.length > LONGEST_NAME) {
            Head announcement = new Head(type, LONG_NAME, 0644, Owner.ROOT, 0);
            blocks.writeBytes(header(announcement, LONG_NAME, bytes.length, ""));
            blocks.writeBytes(bytes);
            blocks.writeBytes(new byte[paddingOf(bytes.length)]);
        }
    }

    private static byte[] header(Head head, String name, long size, String target) {
        TarEntry entry = new TarEntry();
        entry.put(0, LONGEST_NAME, utf8(name));
        entry.octal(100, 8, head.mode());
        entry.octal(108, 8, head.owner().user());
        entry.octal(116, 8, head.owner().group());
        entry.octal(124, 12, size);
        entry.octal(136, 12, head.seconds());
        entry.header[156] = (byte) head.type();
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
