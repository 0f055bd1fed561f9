/** Secrets in HashiCorp Vault, over its HTTP interface. May use: problem, value, secret.local. */
package dockdsl.secret.kv;
