/** What {@code --json} prints. May use: problem, value, plan, ledger, run, cli.text. */
package dockdsl.cli.json;
