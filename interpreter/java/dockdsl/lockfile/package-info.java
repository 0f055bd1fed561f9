/** Lock files: which digest each tag of a site stands for, read and written. May use: model problem value vocabulary. */
package dockdsl.lockfile;
