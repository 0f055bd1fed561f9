/** How passwords become keys. May use: nothing. */
package dockdsl.secret.crypto;
