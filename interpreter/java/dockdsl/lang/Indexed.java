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
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;

/** A word with a list behind it, {@code command ['a', 'b']}, which Groovy takes for an element of something. */
final class Indexed {
    private Indexed() {}

    /** The call that is meant, when a statement is nothing but a name and brackets. */
    static Optional<MethodCallExpression> meant(Expression statement) {
        return statement instanceof BinaryExpression binary
                        && binary.getOperation().getType() == Types.LEFT_SQUARE_BRACKET
                        && binary.getLeftExpression() instanceof VariableExpression word
                ? Optional.of(call(word, binary.getRightExpression()))
                : Optional.empty();
    }

    private static MethodCallExpression call(VariableExpression word, Expression content) {
        ConstantExpression name = new ConstantExpression(word.getName());
        name.setSourcePosition(word);
        MethodCallExpression call = new MethodCallExpression(
                VariableExpression.THIS_EXPRESSION, name, new ArgumentListExpression(value(content)));
        call.setImplicitThis(true);
        call.setSourcePosition(word);
        return call;
    }

    private static Expression value(Expression content) {
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
