/** What this machine gives for a secret: files and what programs print. May use: problem, value. */
package dockdsl.secret.local;
