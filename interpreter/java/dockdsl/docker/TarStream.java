package dockdsl.docker;

import dockdsl.host.stream.BulkInput;
import dockdsl.model.BuildContext;
import dockdsl.value.Parcel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.stream.Stream;

/** A tar archive, made while it is read. */
final class TarStream extends BulkInput {
    private final Iterator<Entry> entries;
    private final byte[] last;
    private InputStream part = InputStream.nullInputStream();
    private boolean ended;

    private interface Entry {
        InputStream open() throws IOException;
    }

    private TarStream(Stream<Entry> entries, byte[] last) {
        this.entries = entries.iterator();
        this.last = last;
    }

    /**
     * A build folder. Everything belongs to root, and of the modes only the executable bit is kept, so that an image depends on
     * nothing that the fingerprint does not know.
     *
     * @param gathered an archive that follows, with its own end; no bytes for none
     */
    static TarStream of(BuildContext context, byte[] gathered) {
        byte[] last = gathered.length == 0 ? TarEntry.END : gathered;
        return new TarStream(context.entries().stream().map(entry -> () -> TarEntry.of(entry)), last);
    }

    /** What goes into a container, with the modes and owners that it says. */
    static TarStream of(Parcel parcel) {
        return new TarStream(parcel.entries().stream().map(entry -> () -> TarEntry.of(entry)), TarEntry.END);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = part.read(bytes, offset, length);
        while (count < 0 && !ended) {
            part.close();
            part = nextPart();
            count = part.read(bytes, offset, length);
        }
        return count;
    }

    private InputStream nextPart() throws IOException {
        ended = !entries.hasNext();
        return ended ? new ByteArrayInputStream(last) : entries.next().open();
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
