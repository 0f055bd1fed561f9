/** What is shown of commands on many hosts. May use: everything but the commands. */
package dockdsl.cli.adhoc;
