/** What {@code --json} prints. May use: problem, value, plan, run, cli.text. */
package dockdsl.cli.json;
