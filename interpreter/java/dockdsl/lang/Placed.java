package dockdsl.lang;

import dockdsl.problem.SourceRef;

/** Something with the place that says so. */
record Placed<T>(T value, SourceRef where) {}
