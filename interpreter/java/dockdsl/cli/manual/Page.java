package dockdsl.cli.manual;

import java.util.List;

/** A page of the manual about one thing. */
public record Page(String title, List<Part> parts) {
    public Page {
        parts = List.copyOf(parts);
    }
}
