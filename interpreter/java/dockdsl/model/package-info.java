/** What the user wants. May use: problem, value, vocabulary. */
package dockdsl.model;
