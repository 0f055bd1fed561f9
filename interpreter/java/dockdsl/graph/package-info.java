/** Who is where and talks to whom, to be drawn; pure. May use: problem, value, vocabulary, model, plan. */
package dockdsl.graph;
