/** Does the site make sense by itself? Pure. May use: problem, value, vocabulary, model, observed. */
package dockdsl.check;
