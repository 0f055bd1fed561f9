/** What must change, in which order, and why; pure. May use: problem, value, vocabulary, model, observed. */
package dockdsl.plan;
