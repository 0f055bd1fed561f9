/** What {@code --json} prints. May use: problem, value, plan, run. */
package dockdsl.cli.json;
