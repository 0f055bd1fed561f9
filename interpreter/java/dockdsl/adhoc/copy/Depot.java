package dockdsl.adhoc.copy;

import dockdsl.adhoc.Place;
import java.io.IOException;
import java.io.InputStream;

/** A host or container whose files can be fetched and put. What goes wrong there is a {@link dockdsl.problem.HostFailed}. */
public interface Depot {
    Place place();

    /**
     * Reads a file or folder as a tar archive in which every name begins with the same folder or is that file.
     *
     * @param path absolute
     * @throws IOException when what is done with it fails here
     */
    void fetch(String path, Receiving receiving) throws IOException;

    /** What becomes of an archive. */
    interface Receiving {
        void of(InputStream archive) throws IOException;
    }

    /**
     * Puts a file or folder where the path says, as {@code cp -r} does: into it when it is a folder. Nothing has its final name
     * before it is there as a whole.
     *
     * @param path absolute
     * @param watched gets the bytes of the archive on their way
     * @throws IOException when it cannot be read here
     */
    void put(Bundle bundle, String path, Watched watched) throws IOException;

    /** Wraps what is read, to be able to tell how much it was. */
    interface Watched {
        InputStream over(InputStream archive);
    }
}
