package dockdsl.lang;

import dockdsl.vocabulary.RecipeWords;
import dockdsl.vocabulary.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NamedArgumentListExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;

/** A call taken apart: {@code container('x', on: 'web') { }}. */
record Shape(
        String name,
        Expression word,
        List<Expression> positional,
        List<MapEntryExpression> named,
        Optional<ClosureExpression> body) {

    static Shape of(MethodCallExpression call) {
        List<Expression> positional = new ArrayList<>();
        List<MapEntryExpression> named = new ArrayList<>();
        if (call.getArguments() instanceof TupleExpression arguments) {
            positional.addAll(arguments.getExpressions());
            if (isNamed(positional)) {
                named.addAll(((MapExpression) positional.removeFirst()).getMapEntryExpressions());
            }
        } else {
            positional.add(call.getArguments());
        }
        Optional<ClosureExpression> body = Optional.empty();
        if (!positional.isEmpty() && positional.getLast() instanceof ClosureExpression closure) {
            body = Optional.of(closure);
            positional.removeLast();
        }
        return new Shape(call.getMethodAsString(), call.getMethod(), positional, named, body);
    }

    /** Whether it is called on nothing that stands before it, as words are. */
    static boolean isImplicit(MethodCallExpression call) {
        return call.isImplicitThis() && call.getMethodAsString() != null;
    }

    /** With its arguments rewritten as values of the setting. */
    Shape rewritten(WordRewriter rewriter, Standpoint standpoint, Optional<Setting<?>> setting) {
        return standpoint.behind(
                setting.filter(known -> known != RecipeWords.USE || name.equals(known.name())),
                () -> new Shape(
                        name,
                        word,
                        positional.stream().map(rewriter::transform).toList(),
                        named.stream()
                                .map(entry -> (MapEntryExpression) rewriter.transform(entry))
                                .toList(),
                        body));
    }

    /** Groovy puts named arguments first, as one map that reaches over all of the arguments; a map in brackets does not. */
    private static boolean isNamed(List<Expression> arguments) {
        return !arguments.isEmpty()
                && arguments.getFirst() instanceof MapExpression map
                && (map instanceof NamedArgumentListExpression
                        || arguments.size() > 1 && contains(map, arguments.get(1)));
    }

    private static boolean contains(ASTNode outer, ASTNode inner) {
        return !isBefore(inner.getLineNumber(), inner.getColumnNumber(), outer.getLineNumber(), outer.getColumnNumber())
                && !isBefore(
                        outer.getLastLineNumber(),
                        outer.getLastColumnNumber(),
                        inner.getLastLineNumber(),
                        inner.getLastColumnNumber());
    }

    private static boolean isBefore(int line, int column, int otherLine, int otherColumn) {
        return line < otherLine || line == otherLine && column < otherColumn;
    }

    /** The places of word and arguments, as {@link Places} reads them. */
    String places() {
        StringBuilder places = new StringBuilder();
        append(places, word);
        positional.forEach(each -> append(places, each));
        for (MapEntryExpression each : named) {
            append(places, each.getKeyExpression());
            append(places, each.getValueExpression());
        }
        return places.toString();
    }

    private void append(StringBuilder places, ASTNode node) {
        ASTNode known = node.getLineNumber() > 0 ? node : word;
        if (!places.isEmpty()) {
            places.append(' ');
        }
        places.append(Math.max(1, known.getLineNumber())).append(':').append(Math.max(1, known.getColumnNumber()));
    }
}
