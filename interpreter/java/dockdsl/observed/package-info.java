/** What a host has: one immutable snapshot. May use: value. */
package dockdsl.observed;
