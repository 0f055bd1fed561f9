/** Walks a plan over hosts and emits events; decides nothing. May use: problem, value, vocabulary, model, observed, plan, ledger, host, bootstrap. */
package dockdsl.run;
