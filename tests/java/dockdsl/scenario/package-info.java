/** What users are promised, tried with the command that they type, on real hosts. */
package dockdsl.scenario;
