/** What people do by hand on many hosts at once, outside of any run. May use: problem, value, observed, model, plan, host, run. */
package dockdsl.adhoc;
