/** The report as one page of HTML. May use: problem, value, ledger, diary, plan, observed, graph, cli.graph, cli.text. */
package dockdsl.cli.html;
