package dockdsl.lang;

import dockdsl.problem.Problem;
import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.ContainerWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Where a container runs is read first, because the rest of its block is read once for each host. */
final class OnWord {
    private static final String NAME = ContainerWords.ON.name();

    private OnWord() {}

    static boolean isReadFirstIn(Block block) {
        return block.words().contains(ContainerWords.ON);
    }

    /** Takes every `on` out of the top of a container's block, and finds it among the named values behind the name. */
    static List<Shape> takenFrom(Shape container, ClosureExpression body) {
        List<Shape> found = new ArrayList<>();
        for (MapEntryExpression entry : container.named()) {
            if (isOn(entry)) {
                List<Expression> value = List.of(entry.getValueExpression());
                found.add(new Shape(NAME, entry.getKeyExpression(), value, List.of(), Optional.empty()));
            }
        }
        ((BlockStatement) body.getCode()).getStatements().removeIf(statement -> {
            Optional<Shape> on = in(statement);
            on.ifPresent(found::add);
            return on.isPresent();
        });
        return found;
    }

    private static Optional<Shape> in(Statement statement) {
        return statement instanceof ExpressionStatement expression
                        && Operands.meant(expression.getExpression())
                                        .map(Expression.class::cast)
                                        .orElseGet(expression::getExpression)
                                instanceof MethodCallExpression call
                        && call.isImplicitThis()
                        && NAME.equals(call.getMethodAsString())
                ? Optional.of(Shape.of(call))
                : Optional.empty();
    }

    private static boolean isOn(MapEntryExpression entry) {
        return entry.getKeyExpression().getText().equals(NAME);
    }

    /** The container's word and name without it. */
    static Shape removedFrom(Shape container) {
        return new Shape(
                container.name(),
                container.word(),
                container.positional(),
                container.named().stream().filter(entry -> !isOn(entry)).toList(),
                Optional.empty());
    }

    static Problem twice(SourceRef where, Shape first) {
        return new Problem(
                where,
                "`on` is said twice",
                "The first is in line " + first.word().getLineNumber()
                        + ". Name several hosts or groups in one: on 'web', 'db'.");
    }
}
