/** Files of age: with keys or with a passphrase, armored or not. May use: problem, value. */
package dockdsl.secret.age;
