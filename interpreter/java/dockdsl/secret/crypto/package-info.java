/** How passwords become keys. May use: value. */
package dockdsl.secret.crypto;
