package dockdsl.lang;

/** Stands for a value that could not be read; what was wrong is told already. */
enum Unreadable {
    VALUE
}
