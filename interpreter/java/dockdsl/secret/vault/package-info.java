/** The files and values of Ansible Vault, and where their passwords come from. May use: problem, value. */
package dockdsl.secret.vault;
