/** What the user typed behind {@code dockdsl}. May use: problem. */
package dockdsl.cli.line;
