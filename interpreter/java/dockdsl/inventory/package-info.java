/** Files and names to hosts. May use: problem, value, model, lang. */
package dockdsl.inventory;
