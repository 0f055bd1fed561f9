package dockdsl.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a width; longer words stand alone. */
public final class Wrapped {
    private Wrapped() {}

    /** At least one line. */
    public static List<String> at(int width, String text) {
        List<String> wrapped = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                wrapped.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        wrapped.add(line.toString());
        return wrapped;
    }
}
