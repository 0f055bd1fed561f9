/** What is wrong, or will be, with this machine and the hosts. May use: problem, value, model, observed, host. */
package dockdsl.doctor;
