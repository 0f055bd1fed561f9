/** What may be typed next, as scripts for shells, and the names in files that only dockdsl knows. May use: inventory, model, problem, value, cli.line, cli.manual. */
package dockdsl.cli.completion;
