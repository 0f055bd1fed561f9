/** The graph of a site as text, Mermaid and SVG. May use: problem, value, graph, cli.text. */
package dockdsl.cli.graph;
