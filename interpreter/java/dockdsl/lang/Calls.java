package dockdsl.lang;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ArrayExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.SpreadMapExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Builds the calls of {@link Words}. They are direct: Groovy's call sites, dear on a first call, are not involved. */
final class Calls {
    private static final ClassNode WORDS = ClassHelper.make(Words.class);

    private Calls() {}

    static Expression say(Shape shape) {
        return call(
                "say",
                shape.word(),
                text(shape.name()),
                text(shape.places()),
                array(shape.positional()),
                pairs(shape.named()));
    }

    static Expression open(Shape shape, Optional<Shape> on) {
        return call("open", shape.word(), opening(shape, on).toArray(Expression[]::new));
    }

    /** A block whose statements run later. */
    static Expression keep(Shape shape, Optional<Shape> on, ClosureExpression body) {
        return call(
                "keep",
                shape.word(),
                Stream.concat(opening(shape, on).stream(), Stream.of(body)).toArray(Expression[]::new));
    }

    private static List<Expression> opening(Shape shape, Optional<Shape> on) {
        return List.of(
                text(shape.name()),
                text(shape.places()),
                array(shape.positional()),
                pairs(shape.named()),
                text(on.map(Shape::places).orElse("")),
                array(on.map(Shape::positional).orElse(List.of())),
                pairs(on.map(Shape::named).orElse(List.of())));
    }

    static Expression next(Expression word) {
        return call("next", word);
    }

    static Expression close(Expression word) {
        return call("close", word);
    }

    static Expression term(String setting, Shape shape) {
        return call(
                "term",
                shape.word(),
                text(setting),
                text(shape.name()),
                text(shape.places()),
                array(shape.positional()),
                pairs(shape.named()));
    }

    static Expression fact(String subject, String name, Expression where) {
        return call("fact", where, text(subject), text(name), text(place(where)));
    }

    static Expression facts(VariableExpression subject) {
        return call("facts", subject, text(subject.getName()), text(place(subject)));
    }

    /** Something that looks like a secret stands there. */
    static Expression suspect(String what, Expression where) {
        return call("suspect", where, text(what), text(place(where)));
    }

    static Expression missed(Expression where) {
        return call("missed", where);
    }

    /** Text with values in it. */
    static Expression text(List<Expression> parts, Expression where) {
        return direct("text", where, new ArgumentListExpression(array(parts)));
    }

    /** A list that does without Groovy's own way to make one, which would look through all of Groovy's methods first. */
    static Expression list(ListExpression list) {
        return direct("list", list, new ArgumentListExpression(array(list.getExpressions())));
    }

    static Expression map(MapExpression map) {
        return direct("map", map, new ArgumentListExpression(pairs(map.getMapEntryExpressions())));
    }

    private static Expression array(List<Expression> values) {
        return values.stream().anyMatch(SpreadExpression.class::isInstance)
                ? direct("spread", values.getFirst(), new ArgumentListExpression(new ListExpression(values)))
                : new ArrayExpression(ClassHelper.OBJECT_TYPE, values);
    }

    private static Expression pairs(List<MapEntryExpression> entries) {
        if (entries.stream().anyMatch(entry -> entry.getKeyExpression() instanceof SpreadMapExpression)) {
            return direct("spreadPairs", entries.getFirst(), new ArgumentListExpression(new MapExpression(entries)));
        }
        List<Expression> flat = entries.stream()
                .flatMap(entry -> Stream.of(entry.getKeyExpression(), entry.getValueExpression()))
                .toList();
        return new ArrayExpression(ClassHelper.OBJECT_TYPE, flat);
    }

    private static String place(Expression where) {
        return where.getLineNumber() + ":" + where.getColumnNumber();
    }

    private static Expression text(String text) {
        return new ConstantExpression(text);
    }

    private static Expression call(String method, Expression where, Expression... arguments) {
        ArgumentListExpression all = new ArgumentListExpression();
        all.addExpression(VariableExpression.THIS_EXPRESSION);
        for (Expression argument : arguments) {
            all.addExpression(argument);
        }
        return direct(method, where, all);
    }

    private static Expression direct(String method, Expression where, ArgumentListExpression arguments) {
        MethodCallExpression call = new MethodCallExpression(new ClassExpression(WORDS), method, arguments);
        call.setMethodTarget(WORDS.getMethods(method).getFirst());
        call.setImplicitThis(false);
        call.setSourcePosition(where);
        return call;
    }
}
