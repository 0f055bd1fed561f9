/** Tells people of runs: by commands, webhooks and mail. May use: model problem value. */
package dockdsl.notify;
