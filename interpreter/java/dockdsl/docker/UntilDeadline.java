package dockdsl.docker;

import dockdsl.docker.http.Answer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Bounds a whole, however often a part of it comes in time. */
record UntilDeadline(Duration whole, long end) {

    static UntilDeadline in(Duration whole) {
        return new UntilDeadline(whole, System.nanoTime() + whole.toNanos());
    }

    boolean isOver() {
        return left().isNegative();
    }

    String seconds() {
        return String.valueOf(whole.toMillis() / 1000.0).replaceAll("\\.0$", "");
    }

    private Duration left() {
        return Duration.ofNanos(end - System.nanoTime());
    }

    /** The body of the answer, of which every read ends at the deadline. */
    InputStream bounding(Answer answer) {
        return new FilterInputStream(answer.body()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                Duration left = left();
                if (left.toMillis() <= 0) {
                    throw new SocketTimeoutException("not at its end within " + whole);
                }
                answer.patience(left);
                return super.read(bytes, offset, length);
            }
        };
    }
}
