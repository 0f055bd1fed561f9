/** The terminal or whatever stands in its place: colours, lines that are redrawn, questions. May use: run, cli.text. */
package dockdsl.cli.screen;
