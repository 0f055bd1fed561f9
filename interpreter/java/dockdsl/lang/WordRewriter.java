package dockdsl.lang;

import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.vocabulary.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.VariableScope;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.ContinueStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.codehaus.groovy.control.SourceUnit;

/**
 * Walks a file that was parsed and not yet compiled: tells about every word and name that means nothing where it stands, and turns the
 * words into calls of {@link Words}.
 */
final class WordRewriter extends ClassCodeExpressionTransformer {
    private final SourceUnit source;
    private final Standpoint standpoint;
    private final Names names;
    private final WordCalls words;
    private final Values values;

    private WordRewriter(SourceUnit source, Standpoint standpoint, ClassNode script) {
        this.source = source;
        this.standpoint = standpoint;
        this.names = standpoint.names();
        this.words = new WordCalls(standpoint, this, new BlockLoops(standpoint, this, script));
        this.values = new Values(standpoint, this);
    }

    /** @param run the method that holds the statements of the file */
    static void rewrite(
            SourceUnit parsed, ClassNode script, MethodNode run, SourceText source, Block root, Problems problems) {
        List<MethodNode> methods = script.getMethods().stream()
                .filter(method -> method != run && method.getLineNumber() > 0)
                .toList();
        Set<String> declared = methods.stream().map(MethodNode::getName).collect(Collectors.toSet());
        Standpoint standpoint = new Standpoint(source, root, declared, problems);
        WordRewriter rewriter = new WordRewriter(parsed, standpoint, script);
        rewriter.visit(run);
        methods.forEach(method -> standpoint.within(Optional.empty(), () -> rewriter.visit(method)));
    }

    private Void visit(MethodNode method) {
        if (method.isStatic()) {
            standpoint.tell(
                    method, "the method `" + method.getName() + "` is static", "Remove `static`: no word works in it.");
        }
        names.open();
        names.declare(method.getParameters());
        method.getCode().visit(this);
        names.close();
        return null;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return source;
    }

    @Override
    public Expression transform(Expression expression) {
        return values.rewritten(expression);
    }

    @Override
    public void visitBlockStatement(BlockStatement block) {
        names.open();
        ListIterator<Statement> statements = block.getStatements().listIterator();
        while (statements.hasNext()) {
            Statement next = statements.next();
            List<Statement> warnings = standpoint.suspicions(next);
            statements.set(rewritten(next));
            if (!warnings.isEmpty()) {
                statements.previous();
                warnings.forEach(statements::add);
                statements.next();
            }
        }
        names.close();
    }

    private Statement rewritten(Statement statement) {
        if (statement instanceof ExpressionStatement expression) {
            Operands.meant(expression.getExpression())
                    .filter(call -> !names.isVariable(call.getMethodAsString())
                            && !Facts.SUBJECTS.contains(call.getMethodAsString()))
                    .ifPresent(expression::setExpression);
            Optional<Problem> slip = standpoint.slip(expression);
            if (slip.isPresent()) {
                standpoint.tell(slip.get());
                return new ExpressionStatement(Calls.missed(expression.getExpression()));
            }
        }
        Optional<Statement> word = switch (statement) {
            case ExpressionStatement expression -> words.in(expression.getExpression());
            case ReturnStatement result -> words.in(result.getExpression());
            default -> Optional.empty();
        };
        if (word.isPresent()) {
            return word.get();
        }
        statement.visit(this);
        return statement instanceof ReturnStatement result
                ? standpoint.loop().map(loop -> leave(result, loop)).orElse(result)
                : statement;
    }

    /** {@code return} inside of a block ends the block for this host, not the file. */
    private static Statement leave(ReturnStatement result, String loop) {
        BlockStatement both = new BlockStatement();
        both.addStatement(new ExpressionStatement(result.getExpression()));
        both.addStatement(new ContinueStatement(loop));
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
                : new BlockStatement(new ArrayList<>(List.of(statement)), new VariableScope());
    }
}
