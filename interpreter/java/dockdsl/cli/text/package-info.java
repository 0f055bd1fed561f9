/** Plans, problems and recaps as lines of text; pure. May use: problem, value, model, observed, plan, ledger, run. */
package dockdsl.cli.text;
