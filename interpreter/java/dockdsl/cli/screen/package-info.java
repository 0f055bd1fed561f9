/** The terminal or whatever stands in its place: colours, lines that are redrawn, questions. May use: value, host, run, cli.text. */
package dockdsl.cli.screen;
