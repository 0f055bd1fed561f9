package dockdsl.lang;

import groovy.lang.Closure;

/**
 * A block that is read later, once it is known for which containers: its statements run anew for each scope.
 *
 * @param body the statements
 */
record Kept(Evaluation evaluation, Closure<?> body) {
    void readFor(Scope scope) {
        evaluation.read(body, scope);
    }
}
