package dockdsl.vocabulary;

import dockdsl.value.Donor;
import dockdsl.value.Malformed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How it is spelled what a container shares with its host or with another container. */
final class SharingKinds {
    private static final String OTHER = "container";

    private SharingKinds() {}

    /** One of these words, or another container's. */
    static Kind<String> mode(String... words) {
        String expects = Arrays.stream(words).map(word -> "'" + word + "'").collect(Collectors.joining(", "))
                + " or container('name')";
        return Kind.<String>plain(expects, arguments -> read(arguments, List.of(words), expects), mode -> mode)
                .withTerms(terms(words))
                .choosingTexts(words);
    }

    private static Term[] terms(String... words) {
        Term other = new Term(
                OTHER,
                "container('redis')",
                "That of another container of the site on the same host.",
                arguments -> Donor.mode(Arguments.text(arguments.allowing().only("a container's name"))));
        return Stream.concat(Kinds.bare(words), Stream.of(other)).toArray(Term[]::new);
    }

    private static String read(Arguments arguments, List<String> words, String expects) {
        String mode = Arguments.text(arguments.allowing().only(expects));
        boolean lent = Donor.ofMode(mode).filter(name -> !name.isBlank()).isPresent();
        if (!words.contains(mode) && !lent) {
            throw new Malformed("'" + mode + "' means nothing here", "It takes " + expects + ".");
        }
        return mode;
    }
}
