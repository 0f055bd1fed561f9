/** A bare host becomes a Docker host, through its shell only. May use: host, model, value, problem. */
package dockdsl.bootstrap;
