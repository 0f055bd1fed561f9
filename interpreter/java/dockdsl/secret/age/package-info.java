/** Files of age: with keys or with a passphrase, armored or not. May use: problem, value, secret.crypto, secret.local. */
package dockdsl.secret.age;
