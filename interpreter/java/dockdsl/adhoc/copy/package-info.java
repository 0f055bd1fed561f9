/** Files and folders between this machine and hosts or containers. May use: problem, host, adhoc. */
package dockdsl.adhoc.copy;
