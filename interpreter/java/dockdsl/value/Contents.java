package dockdsl.value;

/** What a file or a folder in a container has in it. */
public sealed interface Contents permits Contents.Source, FileTree {
    /** To be read from a path of this machine, as it stands in the site file. */
    record Source(String path) implements Contents {
        public Source {
            if (path.isBlank()) {
                throw new Malformed("the name of the file is empty", "Write it as seen from the site file.");
            }
        }
    }
}
