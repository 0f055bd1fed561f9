/** HTTP/1.1 over the byte streams that a session gives, as far as engines speak it. May use: host. */
package dockdsl.docker.http;
