package dockdsl.host;

import dockdsl.problem.HostFailed;

/** A registry answers, and has no image of this name. */
public final class ImageUnknown extends HostFailed {
    private static final long serialVersionUID = 1L;

    /** @param message what the registry said, as a part of a sentence */
    public ImageUnknown(String host, String message, String remedy) {
        super(host, message, remedy);
    }
}
