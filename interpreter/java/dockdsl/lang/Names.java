package dockdsl.lang;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** The names that the user declared, as far as they are seen from one place. */
final class Names {
    /** The scopes that are open between the statements of a file: its parameters and its variables. */
    private static final int OUTERMOST = 2;

    private final Deque<Set<String>> scopes = new ArrayDeque<>();
    private final Set<String> methods;
    private final Set<String> topLevel = new HashSet<>();
    private int reach = Integer.MAX_VALUE;

    Names(Set<String> methods) {
        this.methods = Set.copyOf(methods);
    }

    void open() {
        scopes.push(new HashSet<>());
    }

    void close() {
        scopes.pop();
    }

    void declare(String name) {
        scopes.element().add(name);
        if (scopes.size() <= OUTERMOST) {
            topLevel.add(name);
        }
    }

    void declare(Parameter... parameters) {
        List.of(parameters).forEach(parameter -> declare(parameter.getName()));
    }

    /** The left side of a declaration: one name or several in brackets. */
    void declare(Expression left) {
        switch (left) {
            case VariableExpression variable -> declare(variable.getName());
            case ArgumentListExpression several -> several.getExpressions().forEach(this::declare);
            case TupleExpression several -> several.getExpressions().forEach(this::declare);
            default -> {}
        }
    }

    boolean isVariable(String name) {
        int depth = scopes.size();
        for (Set<String> scope : scopes) {
            if (scope.contains(name)) {
                reach = Math.min(reach, depth);
                return true;
            }
            depth--;
        }
        return false;
    }

    /** How many scopes are open. */
    int depth() {
        return scopes.size();
    }

    /** Whether no scope is open but those of the file itself. */
    boolean isOutermost() {
        return scopes.size() == OUTERMOST;
    }

    void forgetReach() {
        reach = Integer.MAX_VALUE;
    }

    /** Whether a variable of the outermost scopes, so many, was seen since. */
    boolean reachedBelow(int depth) {
        return reach <= depth;
    }

    boolean isMethod(String name) {
        return methods.contains(name);
    }

    Set<String> methods() {
        return methods;
    }

    /** Whether it is declared outside of all methods, which therefore don't see it. */
    boolean isTopLevel(String name) {
        return topLevel.contains(name);
    }

    Set<String> variables() {
        Set<String> all = new LinkedHashSet<>();
        scopes.forEach(all::addAll);
        return all;
    }
}
