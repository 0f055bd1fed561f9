/** Where secrets come from. May use: problem, value, model, host. */
package dockdsl.secret;
