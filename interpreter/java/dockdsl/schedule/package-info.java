/** When runs come by themselves: crontabs and systemd timers. May use: problem value. */
package dockdsl.schedule;
