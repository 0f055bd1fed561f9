/** Text to model: one scope class per block. May use: problem, value, vocabulary, model; Groovy lives only here. */
package dockdsl.lang;
