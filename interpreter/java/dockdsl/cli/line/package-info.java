/** What the user typed behind {@code dockdsl}. May use: problem, vocabulary. */
package dockdsl.cli.line;
