/** What people do by hand on many hosts at once, outside of any plan. May use: problem, value, model, host, run. */
package dockdsl.adhoc;
