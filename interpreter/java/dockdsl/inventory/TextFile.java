package dockdsl.inventory;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.SourceRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The text of a file.
 *
 * @param name the file as the user named it
 * @param decryption for values in it that are encrypted by themselves
 * @param secret whether it was encrypted as a whole
 */
record TextFile(String name, String text, Decryption decryption, boolean secret) {
    static final int MOST_BYTES = 16 << 20;
    private static final String ENCRYPTED = "$ANSIBLE_VAULT;";

    /** Empty when it is told to be no text. @throws NothingToWorkOn when it can't be read or decrypted */
    static Optional<TextFile> read(Path file, Decryption decryption, Mistakes mistakes) {
        byte[] bytes = bytes(file);
        String name = file.toString();
        SourceRef start = SourceRef.startOf(name);
        if (bytes.length > MOST_BYTES) {
            mistakes.add(
                    start,
                    "the file is larger than " + (MOST_BYTES >> 20) + " MB",
                    "It can hardly be an inventory. Check its name.");
            return Optional.empty();
        }
        Optional<String> text = decode(name, bytes, mistakes);
        return text.map(each -> each.startsWith(ENCRYPTED)
                ? new TextFile(name, decryption.open(each, "The file " + name).revealText(), decryption, true)
                : new TextFile(name, each, decryption, false));
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES + 1);
        } catch (IOException unreadable) {
            throw new NothingToWorkOn("The file " + file + " can't be read.", "Check its permissions.", unreadable);
        }
    }

    private static Optional<String> decode(String name, byte[] bytes, Mistakes mistakes) {
        try {
            String text = strictly(bytes);
            if (text.indexOf('\0') < 0) {
                return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
            }
        } catch (CharacterCodingException notUnicode) {
            if (indexOf((byte) 0, bytes, 0) == bytes.length) {
                return Optional.of(lineByLine(name, bytes, mistakes));
            }
        }
        mistakes.add(
                SourceRef.startOf(name),
                "this is not a text file",
                "Inventories are text in UTF-8. Check the file's name.");
        return Optional.empty();
    }

    /** Comments may be in any encoding, as old files have them. */
    private static String lineByLine(String name, byte[] bytes, Mistakes mistakes) {
        StringBuilder text = new StringBuilder();
        int number = 1;
        for (int start = 0; start < bytes.length; number++) {
            int end = indexOf((byte) '\n', bytes, start);
            byte[] line = Arrays.copyOfRange(bytes, start, end);
            try {
                text.append(strictly(line));
            } catch (CharacterCodingException notUnicode) {
                String readable = new String(line, StandardCharsets.UTF_8);
                if (!readable.stripLeading().startsWith("#")
                        && !readable.stripLeading().startsWith(";")) {
                    mistakes.add(
                            new SourceRef(name, number, readable.indexOf('\uFFFD') + 1),
                            "this is not text in UTF-8",
                            "Save the file in UTF-8.");
                }
            }
            text.append('\n');
            start = end + 1;
        }
        return text.toString();
    }

    private static int indexOf(byte wanted, byte[] bytes, int from) {
        int index = from;
        while (index < bytes.length && bytes[index] != wanted) {
            index++;
        }
        return index;
    }

    private static String strictly(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    List<String> lines() {
        return text.lines().toList();
    }
}
