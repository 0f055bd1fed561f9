/** The files that a new site begins with. May use: value, model, cli.manual. */
package dockdsl.cli.init;
