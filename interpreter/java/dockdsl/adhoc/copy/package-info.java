/** Files and folders between this machine and hosts or containers. May use: problem, value, model, host, adhoc. */
package dockdsl.adhoc.copy;
