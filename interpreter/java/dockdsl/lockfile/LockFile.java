package dockdsl.lockfile;

import dockdsl.model.Pin;
import dockdsl.model.Pins;
import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The file that says which digest each tag of a site stands for.
 *
 * @param file where it is or shall be
 * @param entries by the image's familiar spelling
 * @param places where entries stand that were read from a file
 */
public record LockFile(Path file, SortedMap<String, LockEntry> entries, Map<ImageRef, SourceRef> places) {
    private static final String ENDING = ".lock";

    public LockFile {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        places = Map.copyOf(places);
    }

    /** A file with nothing in it. */
    public static LockFile empty(Path file) {
        return new LockFile(file, new TreeMap<>(), Map.of());
    }

    /** {@code site.lock} beside {@code site.groovy}; {@code site.production.lock} for an environment. */
    public static Path beside(Path site, Optional<String> environment) {
        String file = site.getFileName().toString();
        int dot = file.lastIndexOf('.');
        String base = dot > 0 ? file.substring(0, dot) : file;
        return site.resolveSibling(base + environment.map(name -> "." + name).orElse("") + ENDING);
    }

    /** The file as the user calls it. */
    public String name() {
        return file.toString();
    }

    public Optional<LockEntry> find(ImageRef image) {
        return Optional.ofNullable(entries.get(image.toString()));
    }

    /** These entries in place of all others; an entry that says what was said before stays as it was. */
    public LockFile with(Collection<LockEntry> all) {
        SortedMap<String, LockEntry> next = new TreeMap<>();
        for (LockEntry entry : all) {
            LockEntry settled = find(entry.image()).map(entry::unlessKnown).orElse(entry);
            next.put(entry.image().toString(), settled);
        }
        return new LockFile(file, next, places);
    }

    /** These entries in place of those of the same images; all others stay. */
    public LockFile amended(Collection<LockEntry> some) {
        SortedMap<String, LockEntry> next = new TreeMap<>(entries);
        some.forEach(entry -> next.put(entry.image().toString(), entry));
        return new LockFile(file, next, places);
    }

    public Pins pins() {
        Map<ImageRef, Pin> pins = new LinkedHashMap<>();
        for (LockEntry entry : entries.values()) {
            SourceRef where = places.getOrDefault(entry.image(), SourceRef.startOf(name()));
            pins.put(entry.image(), new Pin.Locked(entry.digest(), where));
        }
        return new Pins(pins);
    }

    /** The text of the file. */
    public String text() {
        StringBuilder text = new StringBuilder("""
                # Which digest each tag of the site stands for. `dockdsl lock` writes this file, `dockdsl lock --update` asks the
                # registries again. Keep it beside the site file, in version control.
                version 1

                """);
        for (LockEntry entry : entries.values()) {
            text.append("%s %s from %s at %s\n".formatted(entry.image(), entry.digest(), entry.from(), entry.at()));
        }
        return text.toString();
    }
}
