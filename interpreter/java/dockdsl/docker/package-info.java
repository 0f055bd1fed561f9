/** The engine over docker-java: a snapshot and single calls. May use: problem, value, observed, vocabulary, model, host. */
package dockdsl.docker;
