/** What the user typed behind {@code dockdsl}. May use: problem, value. */
package dockdsl.cli.line;
