package dockdsl.vocabulary;

import java.util.List;

/** A word that means something in a block of the language. */
public sealed interface Word permits Setting, Block {
    String name();

    /** What it does: sentences for the manual, the first of which stands alone in lists. */
    String doc();

    /** A line of the language that uses it. */
    String example();

    /** What users of Docker, Compose and Ansible type instead; understood only to say the right word. */
    List<String> synonyms();
}
