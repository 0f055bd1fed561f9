/** What may be typed next, as scripts for shells, and the names in files that only dockdsl knows. May use: problem, value, model, lang, inventory, cli.line, cli.manual. */
package dockdsl.cli.completion;
