/** Secrets in HashiCorp Vault, over its HTTP interface. May use: problem, value. */
package dockdsl.secret.kv;
