/** What the rest needs of a host and its engine, as interfaces. May use: problem, value, model, observed, vocabulary. */
package dockdsl.host;
