/** The lab for tests: real hosts with sshd and engines. May use: model, problem. */
package dockdsl.lab;
