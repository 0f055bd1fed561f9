package dockdsl.model;

import dockdsl.problem.SourceRef;

/** A bridge network that the site owns, made on each host where a container is a member. */
public record NetworkSpec(String name, SourceRef where) {}
