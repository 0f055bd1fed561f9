package dockdsl.lang;

import dockdsl.vocabulary.Setting;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Rewrites the names in the place of a value: terms such as {@code always}, facts such as {@code vars.domain}, and what the user declared. */
final class Mentions {
    private final Standpoint standpoint;
    private final WordRewriter rewriter;

    Mentions(Standpoint standpoint, WordRewriter rewriter) {
        this.standpoint = standpoint;
        this.rewriter = rewriter;
    }

    Expression property(PropertyExpression property) {
        if (standpoint.isClassName(property)) {
            return property;
        }
        Expression subject = property.getObjectExpression();
        return standpoint.isFact(subject) && property.getPropertyAsString() != null
                ? Calls.fact(subject.getText(), property.getPropertyAsString(), subject)
                : property.transformExpression(rewriter);
    }

    Expression call(MethodCallExpression call) {
        if (!Shape.isImplicit(call)) {
            return standpoint.isClassName(call.getObjectExpression())
                    ? ofClass(call)
                    : call.transformExpression(rewriter);
        }
        Shape shape = Shape.of(call);
        Optional<Setting<?>> behind = standpoint.behind();
        if (standpoint.isRecipe() && shape.body().isPresent()) {
            standpoint.tell(
                    shape.body().get(),
                    "a recipe takes no block",
                    "Give it values by their names: use " + shape.name() + "(name: value).");
            return Calls.missed(call.getMethod());
        }
        if (isTerm(shape.name())) {
            return Calls.term(behind.orElseThrow().name(), shape.rewritten(rewriter, standpoint, behind));
        }
        if (standpoint.isCallable(shape.name())) {
            return standpoint.within(Optional.empty(), () -> call.transformExpression(rewriter));
        }
        standpoint.tell(standpoint.unknowns().call(shape, standpoint.context()));
        shape.rewritten(rewriter, standpoint, Optional.empty());
        shape.body().ifPresent(body -> standpoint.within(Optional.empty(), () -> rewriter.transform(body)));
        return Calls.missed(call.getMethod());
    }

    private boolean isTerm(String name) {
        return standpoint.isRecipe() || isTermOfSetting(name);
    }

    /** {@code host} is a fact, but behind {@code networkMode} it is a mode. */
    private boolean isTermOfSetting(String name) {
        return standpoint
                .behind()
                .flatMap(setting -> Literals.term(setting, name))
                .isPresent();
    }

    private Expression ofClass(MethodCallExpression call) {
        MethodCallExpression copy = new MethodCallExpression(
                call.getObjectExpression(), call.getMethod(), rewriter.transform(call.getArguments()));
        copy.setImplicitThis(false);
        copy.setSourcePosition(call);
        return copy;
    }

    Expression variable(VariableExpression variable) {
        String name = variable.getName();
        if (variable.isThisExpression()
                || variable.isSuperExpression()
                || standpoint.names().isVariable(name)) {
            return variable;
        }
        if (isTerm(name) && (!standpoint.isFact(variable) || isTermOfSetting(name))) {
            Shape term = new Shape(name, variable, List.of(), List.of(), Optional.empty());
            return Calls.term(standpoint.behind().orElseThrow().name(), term);
        }
        if (standpoint.isFact(variable)) {
            return Calls.facts(variable);
        }
        if (Character.isUpperCase(name.charAt(0)) && standpoint.behind().isEmpty()) {
            return variable;
        }
        standpoint.tell(standpoint.unknowns().variable(variable, standpoint.context()));
        return Calls.missed(variable);
    }
}
