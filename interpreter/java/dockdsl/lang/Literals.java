package dockdsl.lang;

import dockdsl.problem.Problems;
import dockdsl.value.Malformed;
import dockdsl.vocabulary.Arguments;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Reads the arguments that are known without running the file, so that a wrong one is told even if the file never gets there. */
final class Literals {
    private final String file;
    private final Problems problems;
    private final Names names;

    Literals(String file, Problems problems, Names names) {
        this.file = file;
        this.problems = problems;
        this.names = names;
    }

    /** Tells what is wrong with a setting all of whose arguments are known. */
    void check(Setting<?> setting, Shape shape) {
        arguments(shape, setting)
                .ifPresent(arguments -> new Said(shape.name(), arguments, new Places(file, shape.places()))
                        .read(setting.kind(), problems));
    }

    private Optional<Arguments> arguments(Shape shape, Setting<?> setting) {
        List<Object> positional = new ArrayList<>();
        for (Expression each : shape.positional()) {
            Optional<Object> value = value(each, setting);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            positional.add(value.get());
        }
        return map(shape.named(), setting).map(named -> new Arguments(positional, named));
    }

    private Optional<Map<String, Object>> map(List<MapEntryExpression> entries, Setting<?> setting) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (MapEntryExpression entry : entries) {
            Optional<Object> value = value(entry.getValueExpression(), setting);
            if (value.isEmpty() || !(entry.getKeyExpression() instanceof ConstantExpression key)) {
                return Optional.empty();
            }
            values.put(String.valueOf(key.getValue()), value.get());
        }
        return Optional.of(values);
    }

    private Optional<Object> value(Expression expression, Setting<?> setting) {
        return switch (expression) {
            case ConstantExpression constant -> Optional.of(Plain.of(constant.getValue()));
            case UnaryMinusExpression minus ->
                value(minus.getExpression(), setting).map(number -> "-" + number);
            case ListExpression list -> list(list, setting);
            case MapExpression map -> map(map.getMapEntryExpressions(), setting).map(Object.class::cast);
            case VariableExpression name
            when !names.isVariable(name.getName()) ->
                term(setting, name.getName())
                        .map(term ->
                                value(term, new Said(name.getName(), Arguments.of(), new Places(file, place(name)))));
            case MethodCallExpression call
            when call.isImplicitThis() && !names.isMethod(call.getMethodAsString()) ->
                term(setting, call.getMethodAsString()).flatMap(term -> {
                    Shape shape = Shape.of(call);
                    return arguments(shape, setting)
                            .map(arguments ->
                                    value(term, new Said(shape.name(), arguments, new Places(file, shape.places()))));
                });
            default -> Optional.empty();
        };
    }

    private static String place(Expression expression) {
        return expression.getLineNumber() + ":" + expression.getColumnNumber();
    }

    private Optional<Object> list(ListExpression list, Setting<?> setting) {
        List<Object> values = new ArrayList<>();
        for (Expression each : list.getExpressions()) {
            Optional<Object> value = value(each, setting);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(Plain.of(values));
    }

    static Optional<Term> term(Setting<?> setting, String name) {
        return setting.kind().terms().stream()
                .filter(term -> term.name().equals(name))
                .findFirst();
    }

    private Object value(Term term, Said said) {
        try {
            return term.value().apply(said.arguments());
        } catch (Malformed complaint) {
            problems.add(
                    said.places().culprit(said.arguments(), complaint), complaint.getMessage(), complaint.remedy());
            return Unreadable.VALUE;
        }
    }
}
