package dockdsl.notify;

/** Somebody could not be told; the message says why, as half a sentence. */
public final class NotTold extends Exception {
    private static final long serialVersionUID = 1L;

    NotTold(String why, Throwable cause) {
        super(why, cause);
    }

    NotTold(String why) {
        this(why, null);
    }
}
