/** Commands, rendering, exit codes, and the only wiring. May use: everything. */
package dockdsl.cli;
