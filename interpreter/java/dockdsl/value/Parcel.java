package dockdsl.value;

import java.util.List;

/** Files, folders and links on the way to an engine, folders before what is in them. */
public record Parcel(List<Entry> entries) {
    /** @param path with slashes, relative to where the parcel is unpacked */
    public record Entry(String path, FileTree.Node node, FileMode mode, Owner owner) {}

    public Parcel {
        entries = List.copyOf(entries);
    }
}
