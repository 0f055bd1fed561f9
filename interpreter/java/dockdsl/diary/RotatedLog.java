package dockdsl.diary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A log that does not grow for ever: when a file is full it becomes {@code log.1}, that one {@code log.2}, and the oldest goes. */
public final class RotatedLog {
    static final String FILE = "log";
    private static final long MOST_BYTES = 1 << 20;
    private static final int OLD_FILES = 4;

    private final StateFolder folder;
    private final long mostBytes;
    private boolean broken;

    public RotatedLog(StateFolder folder) {
        this(folder, MOST_BYTES);
    }

    RotatedLog(StateFolder folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    public Path file() {
        return folder.file(FILE);
    }

    /** Adds lines. A log that can't be written is no reason to stop a run: {@link #isBroken} tells. */
    public synchronized void add(String lines) {
        try {
            if (folder.size(FILE) + lines.length() > mostBytes) {
                rotate();
            }
            folder.append(FILE, lines);
        } catch (IOException full) {
            broken = true;
        }
    }

    private void rotate() throws IOException {
        for (int number = OLD_FILES - 1; number >= 1; number--) {
            move(FILE + "." + number, FILE + "." + (number + 1));
        }
        move(FILE, FILE + ".1");
    }

    private void move(String from, String to) throws IOException {
        if (Files.exists(folder.file(from))) {
            Files.move(folder.file(from), folder.file(to), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether something could not be written. */
    public synchronized boolean isBroken() {
        return broken;
    }
}
