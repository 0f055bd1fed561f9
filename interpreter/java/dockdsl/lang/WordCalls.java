package dockdsl.lang;

import dockdsl.problem.Nearest;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Language;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.SiteWords;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Finds the words among the statements of a file, and tells about what looks like one and is none. */
final class WordCalls {
    private final Standpoint standpoint;
    private final WordRewriter rewriter;
    private final BlockLoops blocks;

    WordCalls(Standpoint standpoint, WordRewriter rewriter, BlockLoops blocks) {
        this.standpoint = standpoint;
        this.rewriter = rewriter;
        this.blocks = blocks;
    }

    /** What becomes of a statement that is a word, or might be meant as one. */
    Optional<Statement> in(Expression statement) {
        if (!(statement instanceof MethodCallExpression call) || !Shape.isImplicit(call)) {
            return Optional.empty();
        }
        Shape shape = Shape.of(call);
        if (isWord(shape.name())) {
            return Optional.of(shape.body().isPresent() ? opened(shape) : said(shape));
        }
        if (standpoint.isCallable(shape.name())) {
            return Optional.empty();
        }
        standpoint.tell(standpoint.unknowns().word(shape, standpoint.context()));
        shape.rewritten(rewriter, standpoint, Optional.empty());
        shape.body()
                .ifPresent(body -> misspelled(shape.name()).ifPresent(block -> blocks.lookInto(shape, block, body)));
        return Optional.of(new ExpressionStatement(Calls.missed(shape.word())));
    }

    /** The block whose word has slips in it, so that what stands inside is understood all the same. */
    private Optional<Block> misspelled(String name) {
        Block around = standpoint.here().orElse(SiteWords.BLOCK);
        return Nearest.to(name, Language.names(around))
                .flatMap(near -> Language.word(around, near))
                .filter(Block.class::isInstance)
                .map(Block.class::cast);
    }

    private boolean isWord(String name) {
        return standpoint
                .here()
                .map(block -> Language.word(block, name).isPresent())
                .orElseGet(() -> !Language.blocksWith(name).isEmpty());
    }

    private Statement said(Shape shape) {
        Optional<Setting<?>> setting = standpoint.context().setting(shape.name());
        if (shape.name().equals(ContainerWords.ON.name())
                && standpoint.here().filter(OnWord::isReadFirstIn).isPresent()) {
            blocks.tellOnIsNested(shape);
        }
        setting.ifPresent(known -> standpoint.literals().check(known, shape));
        Shape read = shape.rewritten(rewriter, standpoint, setting);
        ExpressionStatement statement = new ExpressionStatement(Calls.say(read));
        statement.setSourcePosition(shape.word());
        return statement;
    }

    private Statement opened(Shape shape) {
        return standpoint.context().blocksWith(shape.name()).stream()
                .flatMap(around -> Language.word(around, shape.name()).stream())
                .filter(Block.class::isInstance)
                .map(Block.class::cast)
                .findFirst()
                .map(block -> blocks.opened(shape, block))
                .orElseGet(() -> withoutBlock(shape));
    }

    private Statement withoutBlock(Shape shape) {
        standpoint.tell(
                shape.word(),
                "`" + shape.name() + "` takes no block",
                standpoint
                        .context()
                        .setting(shape.name())
                        .map(setting -> "Write " + setting.example() + ".")
                        .orElse(""));
        return new ExpressionStatement(Calls.missed(shape.word()));
    }
}
