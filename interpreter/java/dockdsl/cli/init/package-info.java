/** The files that a new site begins with. May use: inventory, lang, model, value, cli.manual. */
package dockdsl.cli.init;
