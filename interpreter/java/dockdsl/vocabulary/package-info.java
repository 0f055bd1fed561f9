/** The words of the language, each declared once for parser, hints, manual, completion and comparer. May use: problem, value, observed. */
package dockdsl.vocabulary;
