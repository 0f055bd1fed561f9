/** The files and values of Ansible Vault, and where their passwords come from. May use: problem, value, secret.local. */
package dockdsl.secret.vault;
