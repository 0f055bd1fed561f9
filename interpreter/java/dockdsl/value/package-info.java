/** Values as the user means them, one spelling each. May use: nothing but the JDK. */
package dockdsl.value;
