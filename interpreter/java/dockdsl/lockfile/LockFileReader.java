package dockdsl.lockfile;

import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.problem.SiteRejected;
import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a lock file: {@code version 1}, then a line for each image; {@code #} begins a comment. */
public final class LockFileReader {
    private static final String VERSION = "version 1";
    private static final String ANEW = "Move the file away and write it anew: `dockdsl lock`.";

    private final String name;
    private final Problems problems = new Problems();
    private final SortedMap<String, LockEntry> entries = new TreeMap<>();
    private final Map<ImageRef, SourceRef> places = new HashMap<>();
    private boolean hasVersion;

    private LockFileReader(String name) {
        this.name = name;
    }

    /**
     * What the file says; nothing at all when there is no such file.
     *
     * @throws SiteRejected with everything that is wrong in it
     */
    public static LockFile read(Path file) {
        String name = file.toString();
        try {
            return Files.exists(file) ? parse(file, Files.readString(file)) : LockFile.empty(file);
        } catch (CharacterCodingException binary) {
            throw new SiteRejected(List.of(new Problem(SourceRef.startOf(name), "this is not a text file", ANEW)));
        } catch (IOException unreadable) {
            throw new SiteRejected(
                    List.of(new Problem(SourceRef.startOf(name), "the file cannot be read", "Check its permissions.")));
        }
    }

    static LockFile parse(Path file, String text) {
        LockFileReader reader = new LockFileReader(file.toString());
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            reader.line(i + 1, lines.get(i));
        }
        if (!reader.hasVersion) {
            reader.problems.add(SourceRef.startOf(reader.name), "the file does not say `" + VERSION + "`", ANEW);
        }
        reader.problems.throwIfAny();
        return new LockFile(file, reader.entries, reader.places);
    }

    private void line(int number, String line) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        if (text.matches("(<<<<<<<|=======|>>>>>>>|\\|\\|\\|\\|\\|\\|\\|).*")) {
            problems.add(
                    at(number),
                    "a merge left a conflict here",
                    "Keep one line for each image and remove the marks, or take either side and run `dockdsl lock`.");
        } else if (hasVersion) {
            new LockLine(name, number, line, problems).entry().ifPresent(entry -> keep(entry, at(number)));
        } else {
            version(number, text);
        }
    }

    private void version(int number, String text) {
        hasVersion = true;
        if (text.matches("version \\d+") && !text.equals(VERSION)) {
            problems.add(at(number), "a newer dockdsl wrote this file", "Upgrade dockdsl.");
        } else if (!text.equals(VERSION)) {
            problems.add(at(number), "a lock file begins with `" + VERSION + "`", ANEW);
        }
    }

    private void keep(LockEntry entry, SourceRef where) {
        SourceRef first = places.putIfAbsent(entry.image(), where);
        if (first == null) {
            entries.put(entry.image().toString(), entry);
        } else {
            problems.add(
                    where,
                    entry.image() + " is here a second time",
                    "It is in line " + first.line() + " already; keep the one that you mean.");
        }
    }

    private SourceRef at(int number) {
        return new SourceRef(name, number, 1);
    }
}
