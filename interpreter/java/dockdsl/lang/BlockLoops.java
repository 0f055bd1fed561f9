package dockdsl.lang;

import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.SiteWords;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.TryCatchStatement;
import org.codehaus.groovy.ast.stmt.WhileStatement;

/** Turns blocks into loops over the hosts they are evaluated for, so that no closure is left of them. */
final class BlockLoops {
    private final Standpoint standpoint;
    private final WordRewriter rewriter;
    private final ClassNode script;
    private int loops;
    private boolean onIsNested;

    BlockLoops(Standpoint standpoint, WordRewriter rewriter, ClassNode script) {
        this.standpoint = standpoint;
        this.rewriter = rewriter;
        this.script = script;
    }

    Statement opened(Shape shape, Block block) {
        ClosureExpression body = shape.body().orElseThrow();
        Names names = standpoint.names();
        int depth = names.depth();
        boolean atTopLevel = standpoint.isAtTopLevel();
        if (atTopLevel) {
            names.forgetReach();
        }
        if (body.isParameterSpecified()) {
            standpoint.tell(
                    body.getParameters()[0], "a block takes no parameters", "Write { without a name and an arrow.");
        }
        Optional<Shape> on = OnWord.isReadFirstIn(block) ? takeOn(shape, body) : Optional.empty();
        Shape named = OnWord.isReadFirstIn(block) ? OnWord.removedFrom(shape) : shape;
        Shape opening = standpoint.inName(() -> named.rewritten(rewriter, standpoint, Optional.empty()));
        onIsNested = false;
        if (isKept(block)) {
            return kept(opening, on, block, body);
        }
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

    /** Whether its statements wait until it is known for which containers they are. */
    private boolean isKept(Block block) {
        return block == SiteWords.DEFAULTS
                || block == ContainerWords.BLOCK && standpoint.here().equals(Optional.of(SiteWords.ENVIRONMENT));
    }

    private Statement kept(Shape opening, Optional<Shape> on, Block block, ClosureExpression body) {
        standpoint.inLoop(
                Optional.empty(),
                () -> standpoint.within(Optional.of(block), () -> {
                    body.getCode().visit(rewriter);
                    return null;
                }));
        return new ExpressionStatement(Calls.keep(opening, on, body));
    }

    /** Only tells what is wrong inside of what might be such a block. */
    void lookInto(Shape shape, Block block, ClosureExpression body) {
        if (OnWord.isReadFirstIn(block)) {
            takeOn(shape, body);
        }
        standpoint.within(Optional.of(block), () -> rewriter.transform(body));
    }

    /** `on` was met somewhere inside of the block, where it comes too late. */
    void tellOnIsNested(Shape on) {
        standpoint.tell(ContainerScope.onIsNested(standpoint.at(on.word())));
        onIsNested = true;
    }

    private Optional<Shape> takeOn(Shape container, ClosureExpression body) {
        List<Shape> found = OnWord.takenFrom(container, body);
        found.stream()
                .skip(1)
                .forEach(again -> standpoint.tell(OnWord.twice(standpoint.at(again.word()), found.getFirst())));
        return found.stream().findFirst().map(on -> {
            standpoint.literals().check(ContainerWords.ON, on);
            return on.rewritten(rewriter, standpoint, Optional.of(ContainerWords.ON));
        });
    }

    private Statement loop(Expression word, Block block, ClosureExpression body) {
        String label = "block" + ++loops;
        standpoint.inLoop(
                Optional.of(label),
                () -> standpoint.within(Optional.of(block), () -> {
                    body.getCode().visit(rewriter);
                    return null;
                }));
        WhileStatement rounds = new WhileStatement(new BooleanExpression(Calls.next(word)), body.getCode());
        rounds.addStatementLabel(label);
        return new TryCatchStatement(rounds, new ExpressionStatement(Calls.close(word)));
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
}
