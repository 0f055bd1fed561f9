package dockdsl.adhoc.copy;

import dockdsl.host.stream.BulkInput;
import java.io.IOException;
import java.io.InputStream;

/** A stream that has an end only when whoever made it says that all went well. */
final class Whole extends BulkInput {
    private final InputStream stream;
    private final Runnable proof;

    /** @param proof throws when it did not */
    Whole(InputStream stream, Runnable proof) {
        this.stream = stream;
        this.proof = proof;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = stream.read(bytes, offset, length);
        if (count < 0) {
            proof.run();
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
