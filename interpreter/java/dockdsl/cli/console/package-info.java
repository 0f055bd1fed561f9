/** The console: what a typed line means, and what is kept from line to line. May use: everything but the commands. */
package dockdsl.cli.console;
