package dockdsl.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;

/**
 * A word with a list behind it, {@code command ['a', 'b']}, or with a negative number, {@code oomScoreAdj -500}, which Groovy takes for
 * an element of something and for a difference.
 */
final class Operands {
    private Operands() {}

    /** The call that is meant, when a statement is nothing but a name and brackets or a number. */
    static Optional<MethodCallExpression> meant(Expression statement) {
        if (!(statement instanceof BinaryExpression binary)
                || !(binary.getLeftExpression() instanceof VariableExpression word)) {
            return Optional.empty();
        }
        return switch (binary.getOperation().getType()) {
            case Types.LEFT_SQUARE_BRACKET -> Optional.of(call(word, listed(binary.getRightExpression())));
            case Types.MINUS -> Optional.of(call(word, negative(binary)));
            default -> Optional.empty();
        };
    }

    private static MethodCallExpression call(VariableExpression word, Expression value) {
        ConstantExpression name = new ConstantExpression(word.getName());
        name.setSourcePosition(word);
        MethodCallExpression call =
                new MethodCallExpression(VariableExpression.THIS_EXPRESSION, name, new ArgumentListExpression(value));
        call.setImplicitThis(true);
        call.setSourcePosition(word);
        return call;
    }

    private static Expression negative(BinaryExpression difference) {
        Expression value = new UnaryMinusExpression(difference.getRightExpression());
        value.setSourcePosition(difference.getRightExpression());
        value.setLineNumber(difference.getOperation().getStartLine());
        value.setColumnNumber(difference.getOperation().getStartColumn());
        return value;
    }

    private static Expression listed(Expression content) {
        if (content instanceof MapExpression) {
            return content;
        }
        List<Expression> all = content instanceof ListExpression several ? several.getExpressions() : List.of(content);
        List<MapEntryExpression> entries = all.stream()
                .filter(MapEntryExpression.class::isInstance)
                .map(MapEntryExpression.class::cast)
                .toList();
        Expression value = entries.isEmpty()
                ? new ListExpression(new ArrayList<>(all))
                : new MapExpression(new ArrayList<>(entries));
        value.setSourcePosition(content);
        return value;
    }
}
