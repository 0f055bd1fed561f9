/** What hosts remember of the runs that changed them, and what follows from it; pure. May use: value, observed. */
package dockdsl.ledger;
