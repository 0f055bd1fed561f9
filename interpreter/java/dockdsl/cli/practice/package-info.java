/** An engine that is none, for training runs. May use: nothing but the JDK. */
package dockdsl.cli.practice;
