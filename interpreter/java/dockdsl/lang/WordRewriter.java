package dockdsl.lang;

import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Language;
import dockdsl.vocabulary.Setting;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.ContinueStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.TryCatchStatement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/**
 * Walks a file that was parsed and not yet compiled: tells about every word and name that means nothing where it stands, and turns the
 * words into calls of {@link Words}. Blocks become loops over the hosts they are evaluated for, so no closure is left of them.
 */
final class WordRewriter extends ClassCodeExpressionTransformer {
    /** The scopes that are open between the statements of a file: its parameters and its variables. */
    private static final int TOP_LEVEL = 2;

    private static final Set<String> PRINTING = Set.of("print", "println", "printf", "sprintf");

    private final SourceUnit source;
    private final SourceText original;
    private final String file;
    private final Block root;
    private final Problems problems;
    private Names names = new Names(Set.of());
    private Literals literals;
    private Slips slips;
    private Unknowns unknowns;

    /** The block whose statements are read; empty in methods and stored closures, which may be called from anywhere. */
    private Optional<Block> here = Optional.empty();

    /** The setting behind which a value is read. */
    private Optional<Setting<?>> behind = Optional.empty();

    /** The loop that the innermost block became; empty inside of closures. */
    private Optional<String> loop = Optional.empty();

    private int loops;
    private boolean inText;
    private ClassNode script;
    private boolean onIsNested;

    WordRewriter(SourceUnit source, SourceText original, Block root, Problems problems) {
        this.source = source;
        this.original = original;
        this.file = original.name();
        this.root = root;
        this.problems = problems;
        this.literals = new Literals(file, problems, names);
        this.slips = new Slips(file, names);
        this.unknowns = new Unknowns(original, root, names);
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return source;
    }

    void rewrite(ClassNode script, MethodNode run) {
        this.script = script;
        List<MethodNode> methods = script.getMethods().stream()
                .filter(method -> method != run && method.getLineNumber() > 0)
                .toList();
        names = new Names(methods.stream().map(MethodNode::getName).collect(Collectors.toSet()));
        literals = new Literals(file, problems, names);
        slips = new Slips(file, names);
        unknowns = new Unknowns(original, root, names);
        within(Optional.of(root), () -> visit(run));
        methods.forEach(method -> within(Optional.empty(), () -> visit(method)));
    }

    private Void visit(MethodNode method) {
        if (method.isStatic()) {
            problems.add(
                    at(method),
                    "the method `" + method.getName() + "` is static",
                    "Remove `static`: no word works in it.");
        }
        names.open();
        names.declare(method.getParameters());
        method.getCode().visit(this);
        names.close();
        return null;
    }

    private <T> T within(Optional<Block> block, Supplier<T> work) {
        Optional<Block> before = here;
        here = block;
        try {
            return work.get();
        } finally {
            here = before;
        }
    }

    private <T> T behind(Optional<Setting<?>> setting, Supplier<T> work) {
        Optional<Setting<?>> before = behind;
        behind = setting;
        try {
            return work.get();
        } finally {
            behind = before;
        }
    }

    private Unknowns.Context context() {
        return new Unknowns.Context(here, behind, inText);
    }

    private SourceRef at(ASTNode node) {
        return new SourceRef(file, Math.max(1, node.getLineNumber()), Math.max(1, node.getColumnNumber()));
    }

    // Statements

    @Override
    public void visitBlockStatement(BlockStatement block) {
        names.open();
        ListIterator<Statement> statements = block.getStatements().listIterator();
        while (statements.hasNext()) {
            statements.set(rewritten(statements.next()));
        }
        names.close();
    }

    private Statement rewritten(Statement statement) {
        if (statement instanceof ExpressionStatement expression) {
            Indexed.meant(expression.getExpression())
                    .filter(call -> !names.isVariable(call.getMethodAsString())
                            && !Facts.SUBJECTS.contains(call.getMethodAsString()))
                    .ifPresent(expression::setExpression);
        }
        if (statement instanceof ExpressionStatement expression) {
            Optional<Problem> slip = unknowns.label(statement, context())
                    .or(() -> slips.in(expression.getExpression(), here))
                    .or(() -> unknowns.lone(expression.getExpression(), context()));
            if (slip.isPresent()) {
                problems.add(slip.get());
                return new ExpressionStatement(Calls.missed(expression.getExpression()));
            }
        }
        Optional<Statement> word = switch (statement) {
            case ExpressionStatement expression -> word(expression.getExpression());
            case ReturnStatement result -> word(result.getExpression());
            default -> Optional.empty();
        };
        if (word.isPresent()) {
            return word.get();
        }
        statement.visit(this);
        return statement instanceof ReturnStatement result && loop.isPresent() ? leave(result) : statement;
    }

    /** {@code return} inside of a block ends the block for this host, not the file. */
    private Statement leave(ReturnStatement result) {
        BlockStatement both = new BlockStatement();
        both.addStatement(new ExpressionStatement(result.getExpression()));
        both.addStatement(new ContinueStatement(loop.orElseThrow()));
        return both;
    }

    @Override
    public void visitIfElse(IfStatement statement) {
        statement.setIfBlock(block(statement.getIfBlock()));
        if (!statement.getElseBlock().isEmpty()) {
            statement.setElseBlock(block(statement.getElseBlock()));
        }
        super.visitIfElse(statement);
    }

    @Override
    public void visitForLoop(ForStatement statement) {
        names.open();
        Optional.ofNullable(statement.getValueVariable()).ifPresent(names::declare);
        Optional.ofNullable(statement.getIndexVariable()).ifPresent(names::declare);
        statement.setLoopBlock(block(statement.getLoopBlock()));
        super.visitForLoop(statement);
        names.close();
    }

    @Override
    public void visitWhileLoop(WhileStatement statement) {
        statement.setLoopBlock(block(statement.getLoopBlock()));
        super.visitWhileLoop(statement);
    }

    @Override
    public void visitDoWhileLoop(DoWhileStatement statement) {
        statement.setLoopBlock(block(statement.getLoopBlock()));
        super.visitDoWhileLoop(statement);
    }

    @Override
    public void visitCatchStatement(CatchStatement statement) {
        names.open();
        names.declare(statement.getVariable());
        super.visitCatchStatement(statement);
        names.close();
    }

    private static Statement block(Statement statement) {
        return statement instanceof BlockStatement
                ? statement
                : new BlockStatement(new ArrayList<>(List.of(statement)), new org.codehaus.groovy.ast.VariableScope());
    }

    // Words

    private Optional<Statement> word(Expression expression) {
        if (!(expression instanceof MethodCallExpression call) || !isImplicit(call)) {
            return Optional.empty();
        }
        Shape shape = Shape.of(call);
        boolean known = here.map(block -> Language.word(block, shape.name()).isPresent())
                .orElseGet(() -> !Language.blocksWith(shape.name()).isEmpty());
        if (known) {
            return Optional.of(shape.body().isPresent() ? opened(shape) : said(shape));
        }
        if (isOurs(shape.name())) {
            return Optional.empty();
        }
        problems.add(unknowns.word(shape, context()));
        readArguments(shape, Optional.empty());
        shape.body().ifPresent(body -> within(Optional.empty(), () -> transform(body)));
        return Optional.of(new ExpressionStatement(Calls.missed(shape.word())));
    }

    private static boolean isImplicit(MethodCallExpression call) {
        return call.isImplicitThis() && call.getMethodAsString() != null;
    }

    /** Whether the user or Groovy declares something of this name that can be called. */
    private boolean isOurs(String name) {
        return names.isMethod(name) || names.isVariable(name) || PRINTING.contains(name);
    }

    private Statement said(Shape shape) {
        Optional<Setting<?>> setting = context().setting(shape.name());
        if (shape.name().equals(ContainerWords.ON.name()) && here.equals(Optional.of(ContainerWords.BLOCK))) {
            problems.add(ContainerScope.onIsNested(at(shape.word())));
            onIsNested = true;
        }
        setting.ifPresent(known -> literals.check(known, shape));
        Shape read = readArguments(shape, setting);
        ExpressionStatement statement = new ExpressionStatement(Calls.say(read));
        statement.setSourcePosition(shape.word());
        return statement;
    }

    private Shape readArguments(Shape shape, Optional<Setting<?>> setting) {
        return behind(
                setting,
                () -> new Shape(
                        shape.name(),
                        shape.word(),
                        shape.positional().stream().map(this::transform).toList(),
                        shape.named().stream()
                                .map(entry -> (MapEntryExpression) transform(entry))
                                .toList(),
                        shape.body()));
    }

    private Statement opened(Shape shape) {
        Block block = context().blocksWith(shape.name()).stream()
                .flatMap(around -> Language.word(around, shape.name()).stream())
                .filter(Block.class::isInstance)
                .map(Block.class::cast)
                .findFirst()
                .orElse(null);
        if (block == null) {
            problems.add(
                    at(shape.word()),
                    "`" + shape.name() + "` takes no block",
                    context()
                            .setting(shape.name())
                            .map(setting -> "Write " + setting.example() + ".")
                            .orElse(""));
            return new ExpressionStatement(Calls.missed(shape.word()));
        }
        ClosureExpression body = shape.body().orElseThrow();
        int depth = names.depth();
        boolean atTopLevel = depth == TOP_LEVEL && here.equals(Optional.of(root));
        if (atTopLevel) {
            names.forgetReach();
        }
        if (body.isParameterSpecified()) {
            problems.add(
                    at(body.getParameters()[0]), "a block takes no parameters", "Write { without a name and an arrow.");
        }
        Optional<Shape> on = block == ContainerWords.BLOCK ? takeOn(shape, body) : Optional.empty();
        Shape opening =
                readArguments(block == ContainerWords.BLOCK ? OnWord.removedFrom(shape) : shape, Optional.empty());
        onIsNested = false;
        Statement loop = loop(opening.word(), block, body);
        if (onIsNested && on.isEmpty()) {
            return new ExpressionStatement(Calls.missed(opening.word()));
        }
        BlockStatement both = new BlockStatement();
        both.addStatement(new ExpressionStatement(Calls.open(opening, on)));
        both.addStatement(loop);
        both.setSourcePosition(shape.word());
        return atTopLevel && !names.reachedBelow(depth) ? apart(both, shape) : both;
    }

    /** A block that uses no variable of the file gets a method of its own, because Java bounds the length of methods. */
    private Statement apart(Statement block, Shape shape) {
        MethodNode method = new MethodNode(
                "$block" + ++loops,
                Modifier.PRIVATE,
                ClassHelper.VOID_TYPE,
                Parameter.EMPTY_ARRAY,
                ClassNode.EMPTY_ARRAY,
                block);
        method.setSynthetic(true);
        script.addMethod(method);
        MethodCallExpression call = new MethodCallExpression(
                VariableExpression.THIS_EXPRESSION, method.getName(), ArgumentListExpression.EMPTY_ARGUMENTS);
        call.setMethodTarget(method);
        call.setSourcePosition(shape.word());
        return new ExpressionStatement(call);
    }

    /** Where a container runs is read first, because the rest of its block is read once for each host. */
    private Optional<Shape> takeOn(Shape container, ClosureExpression body) {
        List<Shape> found = OnWord.takenFrom(container, body);
        found.stream().skip(1).forEach(again -> problems.add(OnWord.twice(at(again.word()), found.getFirst())));
        return found.stream().findFirst().map(on -> {
            literals.check(ContainerWords.ON, on);
            return readArguments(on, Optional.of(ContainerWords.ON));
        });
    }

    private Statement loop(Expression word, Block block, ClosureExpression body) {
        Optional<String> outer = loop;
        String label = "block" + ++loops;
        loop = Optional.of(label);
        within(Optional.of(block), () -> {
            body.getCode().visit(this);
            return null;
        });
        loop = outer;
        WhileStatement rounds = new WhileStatement(new BooleanExpression(Calls.next(word)), body.getCode());
        rounds.addStatementLabel(label);
        return new TryCatchStatement(rounds, new ExpressionStatement(Calls.close(word)));
    }

    // Values

    @Override
    public Expression transform(Expression expression) {
        return switch (expression) {
            case null -> null;
            case ClosureExpression closure -> closure(closure, here);
            case DeclarationExpression declaration -> declaration(declaration);
            case BinaryExpression binary -> binary(binary);
            case MethodCallExpression call -> call(call);
            case PropertyExpression property -> property(property);
            case VariableExpression variable -> variable(variable);
            case GStringExpression text -> text(text);
            case ListExpression list when isPlain(list) -> Calls.list((ListExpression) list.transformExpression(this));
            case MapExpression map
            when map.getClass() == MapExpression.class -> Calls.map((MapExpression) map.transformExpression(this));
            default -> expression.transformExpression(this);
        };
    }

    private static boolean isPlain(ListExpression list) {
        return list.getClass() == ListExpression.class && !list.isWrapped();
    }

    private Expression closure(ClosureExpression closure, Optional<Block> block) {
        Optional<String> outer = loop;
        loop = Optional.empty();
        names.open();
        if (closure.getParameters() != null) {
            names.declare(closure.getParameters());
        }
        if (!closure.isParameterSpecified()) {
            names.declare("it");
        }
        within(block, () -> {
            closure.getCode().visit(this);
            return null;
        });
        names.close();
        loop = outer;
        return closure;
    }

    /** A closure that is kept in a variable may be called in any block. */
    private Expression stored(Expression value) {
        return value instanceof ClosureExpression closure ? closure(closure, Optional.empty()) : transform(value);
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
                && isFact(left)
                && binary.getRightExpression() instanceof ConstantExpression name) {
            return Calls.fact(left.getText(), String.valueOf(name.getValue()), left);
        }
        if (!binary.getOperation().isA(Types.ASSIGNMENT_OPERATOR)) {
            return binary.transformExpression(this);
        }
        if (left instanceof VariableExpression name && !names.isVariable(name.getName())) {
            problems.add(unknowns.assigned(name, binary.getRightExpression(), context()));
            transform(binary.getRightExpression());
            return Calls.missed(left);
        }
        Expression target = left instanceof VariableExpression ? left : transform(left);
        BinaryExpression copy =
                new BinaryExpression(target, binary.getOperation(), stored(binary.getRightExpression()));
        copy.setSourcePosition(binary);
        return copy;
    }

    private boolean isFact(Expression expression) {
        return expression instanceof VariableExpression name
                && Facts.SUBJECTS.contains(name.getName())
                && !names.isVariable(name.getName());
    }

    private Expression property(PropertyExpression property) {
        if (isClassName(property)) {
            return property;
        }
        if (isFact(property.getObjectExpression()) && property.getPropertyAsString() != null) {
            return Calls.fact(
                    property.getObjectExpression().getText(),
                    property.getPropertyAsString(),
                    property.getObjectExpression());
        }
        return property.transformExpression(this);
    }

    /** {@code java.time.Duration}, {@code Math} and what follows them. */
    private boolean isClassName(Expression expression) {
        String text = expression.getText();
        return text.matches("([a-z]\\w*\\.)*[A-Z]\\w*(\\.\\w+)*")
                && !names.isVariable(text.contains(".") ? text.substring(0, text.indexOf('.')) : text);
    }

    private Expression call(MethodCallExpression call) {
        if (!isImplicit(call)) {
            return isClassName(call.getObjectExpression()) ? ofClass(call) : call.transformExpression(this);
        }
        String name = call.getMethodAsString();
        Shape shape = Shape.of(call);
        if (behind.flatMap(setting -> Literals.term(setting, name)).isPresent()) {
            return Calls.term(behind.orElseThrow().name(), readArguments(shape, behind));
        }
        if (isOurs(name)) {
            return within(Optional.empty(), () -> call.transformExpression(this));
        }
        problems.add(unknowns.call(shape, context()));
        readArguments(shape, Optional.empty());
        shape.body().ifPresent(body -> closure(body, Optional.empty()));
        return Calls.missed(call.getMethod());
    }

    private Expression ofClass(MethodCallExpression call) {
        MethodCallExpression copy =
                new MethodCallExpression(call.getObjectExpression(), call.getMethod(), transform(call.getArguments()));
        copy.setImplicitThis(false);
        copy.setSourcePosition(call);
        return copy;
    }

    private Expression variable(VariableExpression variable) {
        String name = variable.getName();
        if (variable.isThisExpression() || variable.isSuperExpression() || names.isVariable(name)) {
            return variable;
        }
        if (behind.flatMap(setting -> Literals.term(setting, name)).isPresent()) {
            return Calls.term(
                    behind.orElseThrow().name(), new Shape(name, variable, List.of(), List.of(), Optional.empty()));
        }
        if (isFact(variable)) {
            return Calls.facts(variable);
        }
        if (Character.isUpperCase(name.charAt(0)) && behind.isEmpty()) {
            return variable;
        }
        problems.add(unknowns.variable(variable, context()));
        return Calls.missed(variable);
    }

    private Expression text(GStringExpression text) {
        if (text.getValues().stream().anyMatch(ClosureExpression.class::isInstance)) {
            return text.transformExpression(this);
        }
        boolean outer = inText;
        inText = true;
        List<Expression> parts = parts(text);
        inText = outer;
        return Calls.text(parts, text);
    }

    private List<Expression> parts(GStringExpression text) {
        List<Expression> parts = new ArrayList<>();
        for (int i = 0; i < text.getStrings().size(); i++) {
            parts.add(text.getStrings().get(i));
            if (i < text.getValues().size()) {
                parts.add(transform(text.getValue(i)));
            }
        }
        return parts;
    }
}
