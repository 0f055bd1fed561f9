package dockdsl.lang;

import dockdsl.vocabulary.Arguments;
import dockdsl.vocabulary.Kind;

/** What stands in the brackets of a block: its name. */
final class BlockName {
    private static final String EXPECTED = "its name in brackets: container('redis') { ... }";

    static final Kind<String> KIND = Kind.plain(
            EXPECTED, arguments -> Arguments.text(arguments.allowing().only(EXPECTED)), name -> name);

    private BlockName() {}
}
