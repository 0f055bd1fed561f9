package dockdsl.lang;

import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;
import dockdsl.vocabulary.Arguments;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a word and what stands behind it are in the file: {@code 12:5 12:11 12:20}. First the word, then each positional argument,
 * then name and value of each named one. It stays text until somebody asks, which is when something is wrong.
 */
record Places(String file, String encoded) {
    SourceRef word() {
        return at(0);
    }

    /** The argument that a complaint is about, as far as its words tell. */
    SourceRef culprit(Arguments arguments, Malformed complaint) {
        String message = complaint.getMessage();
        int index = 1;
        for (Object value : arguments.positional()) {
            if (mentions(message, value)) {
                return at(index);
            }
            index++;
        }
        for (var entry : arguments.named().entrySet()) {
            if (message.contains("'" + entry.getKey() + ":'")) {
                return at(index);
            }
            if (mentions(message, entry.getValue())) {
                return at(index + 1);
            }
            index += 2;
        }
        return at(1);
    }

    private static boolean mentions(String message, Object value) {
        return switch (value) {
            case List<?> several -> several.stream().anyMatch(each -> mentions(message, each));
            default -> message.contains("'" + value + "'");
        };
    }

    /** The first argument if there is one, else the word. */
    SourceRef firstArgument() {
        return at(1);
    }

    /** The name of a named argument, counted from 0, where there are no others. */
    SourceRef named(int number) {
        return at(1 + 2 * number);
    }

    private SourceRef at(int index) {
        List<SourceRef> all = decode();
        return all.get(Math.min(index, all.size() - 1));
    }

    private List<SourceRef> decode() {
        List<SourceRef> places = new ArrayList<>();
        for (String place : encoded.split(" ")) {
            int colon = place.indexOf(':');
            places.add(new SourceRef(
                    file, Integer.parseInt(place.substring(0, colon)), Integer.parseInt(place.substring(colon + 1))));
        }
        return places;
    }
}
