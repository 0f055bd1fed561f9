/**
 * SSH sessions over Apache MINA SSHD, which is used nowhere else. May use: host, model, value, problem, Apache MINA SSHD.
 */
package dockdsl.ssh;
