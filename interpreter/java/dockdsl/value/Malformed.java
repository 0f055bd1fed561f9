package dockdsl.value;

import java.util.Objects;

/** A spelling that means nothing; whoever knows the place turns it into a problem. */
public final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param what what is wrong with the spelling, without a full stop
     * @param remedy what to write instead
     */
    public Malformed(String what, String remedy) {
        super(what);
        this.remedy = Objects.requireNonNull(remedy, "remedy");
    }

    public String remedy() {
        return remedy;
    }
}
