package dockdsl.lang;

import dockdsl.problem.Problem;
import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.Language;
import dockdsl.vocabulary.Setting;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Recognises slips of the pen that Groovy takes for something else: missing commas, quotes and brackets. */
final class Slips {
    private final SourceText source;
    private final Names names;

    Slips(SourceText source, Names names) {
        this.source = source;
        this.names = names;
    }

    /** What is wrong with a statement that begins with a word of the block. */
    Optional<Problem> in(Expression statement, Optional<Block> here) {
        return switch (statement) {
            case DeclarationExpression declaration
            when isTyped(declaration, here) -> Optional.of(assignment(declaration));
            case PropertyExpression property
            when beginsWithWord(property.getObjectExpression(), here) ->
                Optional.of(tail(property.getObjectExpression(), property.getProperty(), here));
            case MethodCallExpression call
            when !call.isImplicitThis() && beginsWithWord(call.getObjectExpression(), here) ->
                Optional.of(missingComma(call, here));
            case MethodCallExpression call when isWord(call.getMethodAsString(), here) -> nameWithoutBrackets(call);
            default -> Optional.empty();
        };
    }

    /** {@code env FOO = 'x'} declares a variable of the type env, for Groovy. */
    private static boolean isTyped(DeclarationExpression declaration, Optional<Block> here) {
        return !declaration.isMultipleAssignmentDeclaration()
                && isWord(declaration.getVariableExpression().getOriginType().getUnresolvedName(), here);
    }

    private Problem assignment(DeclarationExpression declaration) {
        String name = declaration.getVariableExpression().getName();
        return new Problem(
                at(declaration.getVariableExpression()),
                "there is a '=' behind `" + name + "`",
                "Write " + name + ": and the value.");
    }

    private boolean beginsWithWord(Expression expression, Optional<Block> here) {
        return switch (expression) {
            case VariableExpression variable ->
                isWord(variable.getName(), here)
                        && !names.isVariable(variable.getName())
                        && !Facts.SUBJECTS.contains(variable.getName());
            case PropertyExpression property -> beginsWithWord(property.getObjectExpression(), here);
            case MethodCallExpression call when call.isImplicitThis() -> isWord(call.getMethodAsString(), here);
            case MethodCallExpression call -> beginsWithWord(call.getObjectExpression(), here);
            default -> false;
        };
    }

    private static boolean isWord(String name, Optional<Block> here) {
        return name != null
                && here.map(block -> Language.word(block, name).isPresent())
                        .orElseGet(() -> !Language.blocksWith(name).isEmpty());
    }

    private Problem tail(Expression head, Expression tail, Optional<Block> here) {
        Optional<Problem> pieces = inPieces(head, tail, here);
        if (pieces.isPresent()) {
            return pieces.get();
        }
        if (head instanceof MethodCallExpression call && call.isImplicitThis()) {
            Shape shape = Shape.of(call);
            Expression last =
                    shape.positional().isEmpty() ? call : shape.positional().getLast();
            if (last instanceof ConstantExpression number && number.getValue() instanceof Number) {
                Optional<Problem> measure = setting(call, here)
                        .flatMap(setting -> Unquoted.measure(at(number), number.getText(), tail.getText(), setting));
                if (measure.isPresent()) {
                    return measure.get();
                }
            }
            if (last instanceof VariableExpression next && isWord(next.getName(), here)) {
                return new Problem(
                        at(next),
                        "a comma comes before `" + next.getName() + "`",
                        "Remove the comma at the end of the line above.");
            }
        }
        return isWord(tail.getText(), here)
                ? new Problem(
                        at(tail),
                        "`" + tail.getText() + "` stands behind another word",
                        "Write it in a line of its own, or a ';' before it.")
                : missingComma(tail);
    }

    /** {@code redis:7.4.1} is, for Groovy, a number and what is behind its point. */
    private Optional<Problem> inPieces(Expression head, Expression piece, Optional<Block> here) {
        Unquoted whole = Unquoted.around(source, at(piece));
        if (head instanceof VariableExpression || !whole.isMoreThan(at(piece))) {
            return Optional.empty();
        }
        boolean isNamed = setting(head, here).filter(whole::isReadBy).isEmpty();
        return Optional.of((isNamed ? whole.value() : whole).problem());
    }

    private static Optional<Setting<?>> setting(Expression head, Optional<Block> here) {
        return head instanceof MethodCallExpression call && call.isImplicitThis()
                ? here.flatMap(block -> Language.setting(block, call.getMethodAsString()))
                : Optional.empty();
    }

    /** {@code volume 'data' at: '/data'} is, for Groovy, the method data of volume. */
    private Problem missingComma(MethodCallExpression call, Optional<Block> here) {
        return call.getObjectExpression() instanceof VariableExpression
                ? new Problem(
                        at(call.getMethod()),
                        "a comma is missing behind `" + call.getMethodAsString() + "`",
                        "Values are separated by commas.")
                : tail(call.getObjectExpression(), call.getMethod(), here);
    }

    private Problem missingComma(Expression tail) {
        return new Problem(
                at(tail), "a comma is missing before `" + tail.getText() + "`", "Values are separated by commas.");
    }

    /** {@code container 'x' { }}: Groovy takes the name for that of a method. */
    private Optional<Problem> nameWithoutBrackets(MethodCallExpression call) {
        Shape shape = Shape.of(call);
        if (shape.positional().size() == 1
                && shape.body().isEmpty()
                && shape.positional().getFirst() instanceof MethodCallExpression name
                && name.isImplicitThis()
                && Shape.of(name).positional().isEmpty()
                && Shape.of(name).body().isPresent()
                && name.getMethod() instanceof ConstantExpression text) {
            return Optional.of(new Problem(
                    at(text),
                    "the name behind `" + shape.name() + "` is not in brackets",
                    "Write " + shape.name() + "('" + text.getText() + "') { ... }."));
        }
        return Optional.empty();
    }

    private SourceRef at(ASTNode node) {
        return new SourceRef(source.name(), Math.max(1, node.getLineNumber()), Math.max(1, node.getColumnNumber()));
    }
}
