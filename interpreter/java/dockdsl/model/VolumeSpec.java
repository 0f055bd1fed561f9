package dockdsl.model;

import dockdsl.problem.SourceRef;

/** A volume that the site owns, made on each host where a container mounts it, and never removed without being asked. */
public record VolumeSpec(String name, SourceRef where) {}
