package dockdsl.cli.completion;

import dockdsl.cli.line.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where an argument may stand behind a command.
 *
 * @param choices what may stand there; several where what is before may be left out
 * @param goesOn whether all that follow are of the same kinds
 */
record Place(List<Choice> choices, boolean goesOn) {
    Place {
        choices = List.copyOf(choices);
    }

    /** In their order; nothing is known of what stands behind {@code --}. */
    static List<Place> of(Command command) {
        List<String> words = command.places();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < words.size() && !words.get(i).equals("--"); i++) {
            places.add(at(i, words));
            if (places.getLast().goesOn()) {
                break;
            }
        }
        return places;
    }

    private static Place at(int index, List<String> words) {
        List<Choice> choices = new ArrayList<>();
        boolean goesOn = false;
        for (int i = index; i < words.size(); i++) {
            alternatives(words.get(i)).flatMap(one -> Choice.of(one).stream()).forEach(choices::add);
            goesOn |= words.get(i).contains("...");
            if (!words.get(i).startsWith("[")) {
                break;
            }
        }
        return new Place(choices, goesOn);
    }

    /** {@code PATTERN|CONTAINER} is one or the other; {@code bash|zsh|fish} are words to be typed. */
    private static Stream<String> alternatives(String word) {
        return word.equals(word.toLowerCase(Locale.ROOT)) ? Stream.of(word) : Stream.of(word.split("\\|"));
    }
}
