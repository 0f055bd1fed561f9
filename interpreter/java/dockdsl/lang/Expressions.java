package dockdsl.lang;

import dockdsl.value.Malformed;
import groovy.lang.Binding;
import groovy.lang.GroovyRuntimeException;
import groovy.lang.GroovyShell;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;

/** Groovy outside of any file: one expression after the other, each knowing the variables that the ones before it have set. */
public final class Expressions {
    private static final Pattern PLACE =
            Pattern.compile("(?s)^startup failed:\\s*\\w+\\.groovy: \\d+: (.*?)(?: @ line.*|\\R.*)?$");
    private static final Pattern DEFINITION = Pattern.compile("^def\\s+(?=\\w+\\s*=)");

    private final Binding variables = new Binding();
    private final GroovyShell shell;

    public Expressions() {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setDisabledGlobalASTTransformations(Set.of("groovy.grape.GrabAnnotationTransformation"));
        shell = new GroovyShell(Expressions.class.getClassLoader(), variables, configuration);
    }

    /**
     * @param known what may be asked for by name
     * @return the value as Groovy shows it; a list or a map looks as it is written
     * @throws Malformed when it is no Groovy, or fails
     */
    public String show(String expression, Map<String, Object> known) {
        known.forEach(variables::setVariable);
        try {
            Object value = shell.evaluate(DEFINITION.matcher(expression).replaceFirst(""), "expression.groovy");
            return org.codehaus.groovy.runtime.FormatHelper.inspect(value);
        } catch (MultipleCompilationErrorsException noGroovy) {
            Matcher place = PLACE.matcher(noGroovy.getMessage());
            throw new Malformed(
                    "this is no Groovy: " + (place.matches() ? place.group(1) : noGroovy.getMessage()),
                    "A line for the shells of the hosts that is taken for an expression begins with `:`.");
        } catch (groovy.lang.MissingPropertyException unknown) {
            throw new Malformed(
                    "`" + unknown.getProperty() + "` is not known",
                    "Known are " + String.join(", ", known.keySet()) + " and what you set with `= NAME = VALUE`.");
        } catch (GroovyRuntimeException
                | ArithmeticException
                | IllegalArgumentException
                | ClassCastException
                | IndexOutOfBoundsException
                | NullPointerException failed) {
            throw new Malformed(
                    failed.getMessage() == null
                            ? failed.getClass().getSimpleName()
                            : failed.getMessage().lines().findFirst().orElse(""),
                    "It is plain Groovy: `= hosts*.name`, `= vars.domain`.");
        }
    }
}
