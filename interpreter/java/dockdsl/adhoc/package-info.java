/** One command on many hosts at once, outside of any plan. May use: problem, value, model, host. */
package dockdsl.adhoc;
