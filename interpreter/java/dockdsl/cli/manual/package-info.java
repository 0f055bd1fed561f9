/** The manual, made from the tables of commands, options and words. May use: problem, vocabulary, lang, cli.line, cli.text. */
package dockdsl.cli.manual;
