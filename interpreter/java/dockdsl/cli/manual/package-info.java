/** The manual, made from the tables of commands, options and words. May use: problem, vocabulary, plus cli.line and cli.text. */
package dockdsl.cli.manual;
