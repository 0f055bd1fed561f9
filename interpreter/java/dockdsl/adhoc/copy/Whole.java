package dockdsl.adhoc.copy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that has an end only when whoever made it says that all went well. */
final class Whole extends FilterInputStream {
    private final Runnable proof;

    /** @param proof throws when it did not */
    Whole(InputStream stream, Runnable proof) {
        super(stream);
        this.proof = proof;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count < 0) {
            proof.run();
        }
        return count;
    }
}
