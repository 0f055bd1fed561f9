package dockdsl.lang;

import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.RecipeWords;
import dockdsl.vocabulary.Setting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Where the rewriter stands: the names that are seen from there, and the block, setting and loop around it. */
final class Standpoint {
    private static final Set<String> PRINTING = Set.of("print", "println", "printf", "sprintf");

    private final SourceText source;
    private final Block root;
    private final Problems problems;
    private final Names names;
    private final Literals literals;
    private final Slips slips;
    private final Unknowns unknowns;
    private Optional<Block> here;
    private Optional<Setting<?>> behind = Optional.empty();
    private Optional<String> loop = Optional.empty();
    private boolean inText;
    private boolean inName;

    /** @param methods the names of those that the file declares */
    Standpoint(SourceText source, Block root, Set<String> methods, Problems problems) {
        this.source = source;
        this.root = root;
        this.problems = problems;
        this.names = new Names(methods);
        this.literals = new Literals(source.name(), problems, names);
        this.slips = new Slips(source, names);
        this.unknowns = new Unknowns(source, root, names);
        this.here = Optional.of(root);
    }

    /** The block whose statements are read; empty in methods and stored closures, which may be called from anywhere. */
    Optional<Block> here() {
        return here;
    }

    /** The setting behind which a value is read. */
    Optional<Setting<?>> behind() {
        return behind;
    }

    /** Whether the names here are those of recipes. */
    boolean isRecipe() {
        return behind.equals(Optional.of(RecipeWords.USE));
    }

    /** The loop that the innermost block became; empty inside of closures. */
    Optional<String> loop() {
        return loop;
    }

    boolean isAtTopLevel() {
        return names.isOutermost() && here.equals(Optional.of(root));
    }

    Names names() {
        return names;
    }

    Literals literals() {
        return literals;
    }

    /** A slip of the pen in a statement by itself. */
    Optional<Problem> slip(ExpressionStatement statement) {
        return unknowns.label(statement, context())
                .or(() -> unknowns.dash(statement.getExpression(), context()))
                .or(() -> slips.in(statement.getExpression(), here))
                .or(() -> unknowns.lone(statement.getExpression(), context()))
                .or(() -> isValueOfNobody() ? unknowns.value(statement.getExpression()) : Optional.empty());
    }

    /** Whether no method and no closure may give back what stands here. */
    private boolean isValueOfNobody() {
        return loop.isPresent() || isAtTopLevel();
    }

    /** What tells, when it runs, of values in a statement that look like secrets. */
    List<Statement> suspicions(Statement statement) {
        return Suspicions.in(statement, source);
    }

    Unknowns unknowns() {
        return unknowns;
    }

    Unknowns.Context context() {
        return new Unknowns.Context(here, behind, inText, inName);
    }

    void tell(Problem problem) {
        problems.add(problem);
    }

    void tell(ASTNode where, String what, String remedy) {
        problems.add(at(where), what, remedy);
    }

    SourceRef at(ASTNode node) {
        return new SourceRef(source.name(), Math.max(1, node.getLineNumber()), Math.max(1, node.getColumnNumber()));
    }

    <T> T within(Optional<Block> block, Supplier<T> work) {
        Optional<Block> before = here;
        here = block;
        try {
            return work.get();
        } finally {
            here = before;
        }
    }

    <T> T behind(Optional<Setting<?>> setting, Supplier<T> work) {
        Optional<Setting<?>> before = behind;
        behind = setting;
        try {
            return work.get();
        } finally {
            behind = before;
        }
    }

    <T> T inLoop(Optional<String> label, Supplier<T> work) {
        Optional<String> before = loop;
        loop = label;
        try {
            return work.get();
        } finally {
            loop = before;
        }
    }

    <T> T inText(Supplier<T> work) {
        boolean before = inText;
        inText = true;
        try {
            return work.get();
        } finally {
            inText = before;
        }
    }

    /** In the brackets behind the word of a block. */
    <T> T inName(Supplier<T> work) {
        inName = true;
        try {
            return work.get();
        } finally {
            inName = false;
        }
    }

    /** Whether the user declares something of this name that can be called, or Groovy prints by it. */
    boolean isCallable(String name) {
        return names.isMethod(name) || names.isVariable(name) || PRINTING.contains(name);
    }

    /** Whether it stands for {@code host} or {@code vars}. */
    boolean isFact(Expression expression) {
        return expression instanceof VariableExpression name
                && Facts.SUBJECTS.contains(name.getName())
                && !names.isVariable(name.getName());
    }

    /** {@code java.time.Duration}, {@code Math} and what follows them. */
    boolean isClassName(Expression expression) {
        String text = expression.getText();
        return text.matches("([a-z]\\w*\\.)*[A-Z]\\w*(\\.\\w+)*")
                && !names.isVariable(text.contains(".") ? text.substring(0, text.indexOf('.')) : text);
    }
}
