package dockdsl.lang;

import dockdsl.vocabulary.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;

/** Rewrites the values behind words and the code around them: facts, terms, texts, lists, and the user's own variables and closures. */
final class Values {
    private final Standpoint standpoint;
    private final WordRewriter rewriter;
    private final Names names;
    private final Mentions mentions;

    Values(Standpoint standpoint, WordRewriter rewriter) {
        this.standpoint = standpoint;
        this.rewriter = rewriter;
        this.names = standpoint.names();
        this.mentions = new Mentions(standpoint, rewriter);
    }

    Expression rewritten(Expression expression) {
        return switch (expression) {
            case null -> null;
            case ClosureExpression closure -> closure(closure, standpoint.here());
            case DeclarationExpression declaration -> declaration(declaration);
            case BinaryExpression binary -> binary(binary);
            case MethodCallExpression call -> mentions.call(call);
            case PropertyExpression property -> mentions.property(property);
            case VariableExpression variable -> mentions.variable(variable);
            case GStringExpression text -> text(text);
            case ListExpression list
            when isPlain(list) -> Calls.list((ListExpression) list.transformExpression(rewriter));
            case MapExpression map
            when map.getClass() == MapExpression.class -> Calls.map((MapExpression) map.transformExpression(rewriter));
            default -> expression.transformExpression(rewriter);
        };
    }

    private static boolean isPlain(ListExpression list) {
        return list.getClass() == ListExpression.class && !list.isWrapped();
    }

    private Expression closure(ClosureExpression closure, Optional<Block> block) {
        names.open();
        if (closure.getParameters() != null) {
            names.declare(closure.getParameters());
        }
        if (!closure.isParameterSpecified()) {
            names.declare("it");
        }
        standpoint.inLoop(
                Optional.empty(),
                () -> standpoint.within(block, () -> {
                    closure.getCode().visit(rewriter);
                    return null;
                }));
        names.close();
        return closure;
    }

    /** A closure that is kept in a variable may be called in any block. */
    private Expression stored(Expression value) {
        return value instanceof ClosureExpression closure ? closure(closure, Optional.empty()) : rewritten(value);
    }

    private Expression declaration(DeclarationExpression declaration) {
        Expression value = stored(declaration.getRightExpression());
        names.declare(declaration.getLeftExpression());
        DeclarationExpression copy =
                new DeclarationExpression(declaration.getLeftExpression(), declaration.getOperation(), value);
        copy.setSourcePosition(declaration);
        copy.addAnnotations(declaration.getAnnotations());
        copy.copyNodeMetaData(declaration);
        return copy;
    }

    private Expression binary(BinaryExpression binary) {
        Expression left = binary.getLeftExpression();
        if (binary.getOperation().getType() == Types.LEFT_SQUARE_BRACKET
                && standpoint.isFact(left)
                && binary.getRightExpression() instanceof ConstantExpression name) {
            return Calls.fact(left.getText(), String.valueOf(name.getValue()), left);
        }
        return binary.getOperation().isA(Types.ASSIGNMENT_OPERATOR)
                ? assignment(binary, left)
                : binary.transformExpression(rewriter);
    }

    private Expression assignment(BinaryExpression binary, Expression left) {
        if (left instanceof VariableExpression name && !names.isVariable(name.getName())) {
            standpoint.tell(standpoint.unknowns().assigned(name, binary.getRightExpression(), standpoint.context()));
            rewritten(binary.getRightExpression());
            return Calls.missed(left);
        }
        Expression target = left instanceof VariableExpression ? left : rewritten(left);
        BinaryExpression copy =
                new BinaryExpression(target, binary.getOperation(), stored(binary.getRightExpression()));
        copy.setSourcePosition(binary);
        return copy;
    }

    private Expression text(GStringExpression text) {
        return text.getValues().stream().anyMatch(ClosureExpression.class::isInstance)
                ? text.transformExpression(rewriter)
                : Calls.text(standpoint.inText(() -> parts(text)), text);
    }

    private List<Expression> parts(GStringExpression text) {
        List<Expression> parts = new ArrayList<>();
        for (int i = 0; i < text.getStrings().size(); i++) {
            parts.add(text.getStrings().get(i));
            if (i < text.getValues().size()) {
                parts.add(rewritten(text.getValue(i)));
            }
        }
        return parts;
    }
}
