/** What this machine remembers of its runs. May use: value. */
package dockdsl.diary;
