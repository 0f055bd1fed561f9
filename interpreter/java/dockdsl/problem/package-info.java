/** What can be wrong and where. May use: nothing but the JDK. */
package dockdsl.problem;
