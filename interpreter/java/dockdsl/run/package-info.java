/** Walks a plan over hosts and emits events; decides nothing. May use: problem, value, vocabulary, model, observed, plan, host, bootstrap. */
package dockdsl.run;
