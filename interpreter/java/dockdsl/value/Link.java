package dockdsl.value;

import java.util.Comparator;

/**
 * A container that another one talks to.
 *
 * @param target the other container's name in the site
 * @param alias the host name under which it is found; the target's name unless told otherwise
 */
public record Link(String target, String alias) implements Comparable<Link> {
    private static final Comparator<Link> ORDER =
            Comparator.comparing(Link::alias).thenComparing(Link::target);

    public Link {
        if (!alias.matches("[a-zA-Z0-9]([a-zA-Z0-9_.-]*[a-zA-Z0-9])?")) {
            throw new Malformed(
                    "'" + alias + "' is not a host name",
                    "An alias has letters, digits, dots and dashes, for example as: 'cache'.");
        }
    }

    @Override
    public int compareTo(Link other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return target.equals(alias) ? target : target + " as " + alias;
    }
}
