/** What {@code --json} prints. May use: problem, value, model, observed, plan, ledger, lockfile, run, doctor, cli.text. */
package dockdsl.cli.json;
