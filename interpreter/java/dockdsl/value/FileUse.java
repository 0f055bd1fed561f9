package dockdsl.value;

import java.util.Optional;

/**
 * A file or a folder that a container finds when it starts.
 *
 * @param at its absolute path in the container; one that ends with a slash names the folder it comes into
 * @param mode of the file, or of the files in the folder; empty means as the source is
 */
public record FileUse(String at, Contents contents, Optional<FileMode> mode, Owner owner) {
    public FileUse {
        Placing.check(at);
    }

    /** The same with what was read; a single file goes into the folder that a slash at the end names. */
    public FileUse with(FileTree tree) {
        String name = contents instanceof Contents.Source(String path) ? path.substring(path.lastIndexOf('/') + 1) : "";
        String place = at.endsWith("/") && !tree.isFolder() ? at + name : at;
        return new FileUse(Mount.clean(place), tree, mode, owner);
    }

    /** What is in it. @throws IllegalStateException when its source was not read */
    public FileTree tree() {
        if (contents instanceof FileTree tree) {
            return tree;
        }
        throw new IllegalStateException("nobody read " + contents);
    }
}
