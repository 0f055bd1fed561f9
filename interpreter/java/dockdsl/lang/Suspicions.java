package dockdsl.lang;

import dockdsl.vocabulary.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/**
 * Finds values that look like secrets and stand in the file as they are. What is found becomes part of the compiled file, which is kept,
 * so that it is told in every run.
 */
final class Suspicions {
    private static final Pattern ALLOWED = Pattern.compile("//.*\\bnot a secret\\b");
    private static final Pattern PAIR = Pattern.compile("(\\w+)=(.*)", Pattern.DOTALL);

    private final SourceText source;
    private final List<Expression> found = new ArrayList<>();

    private Suspicions(SourceText source) {
        this.source = source;
    }

    /** The statements that tell of what is suspicious in this one. */
    static List<Statement> in(Statement statement, SourceText source) {
        Suspicions suspicions = new Suspicions(source);
        if (statement instanceof ExpressionStatement simple) {
            suspicions.statement(simple.getExpression());
        }
        return suspicions.found.stream()
                .<Statement>map(ExpressionStatement::new)
                .toList();
    }

    private void statement(Expression statement) {
        if (statement instanceof DeclarationExpression declared && !declared.isMultipleAssignmentDeclaration()) {
            value(declared.getVariableExpression().getName(), declared.getRightExpression());
        } else if (statement instanceof MethodCallExpression call
                && Shape.isImplicit(call)
                && !Language.blocksWith(call.getMethodAsString()).isEmpty()) {
            Shape shape = Shape.of(call);
            shape.positional().forEach(each -> value("", each));
            shape.named().forEach(this::entry);
        }
    }

    private void entry(MapEntryExpression entry) {
        value(entry.getKeyExpression().getText(), entry.getValueExpression());
    }

    private void value(String name, Expression value) {
        switch (value) {
            case ConstantExpression constant when constant.getValue() instanceof String text -> text(name, text, value);
            case ListExpression list -> list.getExpressions().forEach(each -> value(name, each));
            case MapExpression map -> map.getMapEntryExpressions().forEach(this::entry);
            default -> {}
        }
    }

    private void text(String name, String text, Expression where) {
        String line = source.line(where.getLineNumber());
        if (ALLOWED.matcher(line).find()) {
            return;
        }
        var pair = PAIR.matcher(text);
        Optional<String> named = pair.matches() && name.isEmpty()
                ? Optional.of(pair.group(1)).filter(each -> SecretLooks.isNamed(each, pair.group(2)))
                : Optional.of(name).filter(each -> SecretLooks.isNamed(each, text));
        SecretLooks.sortOf(text)
                .or(() -> named.map(each -> "the value of `" + each + "`"))
                .ifPresent(what -> found.add(Calls.suspect(what, where)));
    }
}
