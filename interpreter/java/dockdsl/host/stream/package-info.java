/** Streams of bytes to and from hosts, as far as the JDK's lack something. May use: nothing but the JDK. */
package dockdsl.host.stream;
