package dockdsl.adhoc.copy;

import dockdsl.host.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What is done with files on the other side, in the words of a POSIX shell. */
final class Scripts {
    private static final String MOVE = resource("put.sh");

    private Scripts() {}

    /** Reads an archive on standard input, beside its place, and moves it there when all of it came. */
    static String put(String path, String name) {
        return """
                set -e
                to=%s name=%s
                case $to in */) [ -d "$to" ] || { echo "there is no folder $to" >&2; exit 1; };; esac
                if [ -d "$to" ] && [ "$name" != . ]; then to=${to%%/}/$name; fi
                parent=$(dirname -- "$to")
                [ -d "$parent" ] || { echo "there is no folder $parent" >&2; exit 1; }
                tmp=$(mktemp -d "$parent/.dockdsl-XXXXXX")
                trap 'rm -rf "$tmp"' EXIT
                trap 'exit 1' HUP INT TERM PIPE
                tar -xpof - -C "$tmp"
                """.formatted(Command.quoted(path), Command.quoted(name)) + MOVE;
    }

    /** Moves what was unpacked in a folder to its final path. */
    static String move(String unpacked, String to) {
        return "tmp=" + Command.quoted(unpacked) + " to=" + Command.quoted(to) + "\ntrap 'rm -rf \"$tmp\"' EXIT\n"
                + MOVE;
    }

    /** Writes a file or folder to standard output as an archive. */
    static String fetch(String path) {
        return """
                path=%s
                [ -e "$path" ] || [ -L "$path" ] || { echo "there is no $path" >&2; exit 1; }
                cd -- "$(dirname -- "$path")" && exec tar -cf - "./$(basename -- "$path")"
                """.formatted(Command.quoted(path));
    }

    private static String resource(String name) {
        try (InputStream text = Scripts.class.getResourceAsStream("/dockdsl/adhoc/" + name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
