/** Tests of how a bare host becomes a Docker host. May use: bootstrap, lab, ssh and all that bootstrap may use. */
package dockdsl.bootstrap;
