package dockdsl.docker;

import dockdsl.model.BuildContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/**
 * A build folder as a tar archive, made while it is read. Everything belongs to root, and of the modes only the executable
 * bit is kept, so that an image depends on nothing that the fingerprint does not know.
 */
final class TarStream extends InputStream {
    private final Iterator<BuildContext.Entry> entries;
    private final byte[] gathered;
    private InputStream part = InputStream.nullInputStream();
    private boolean ended;

    /** @param gathered an archive that follows, with its own end; no bytes for none */
    TarStream(BuildContext context, byte[] gathered) {
        this.entries = context.entries().iterator();
        this.gathered = gathered;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
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
        return ended ? end() : TarEntry.of(entries.next());
    }

    private InputStream end() {
        return new ByteArrayInputStream(gathered.length == 0 ? TarEntry.END : gathered);
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
