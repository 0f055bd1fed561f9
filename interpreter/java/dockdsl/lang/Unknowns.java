package dockdsl.lang;

import dockdsl.problem.Nearest;
import dockdsl.problem.Problem;
import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.ContentWords;
import dockdsl.vocabulary.Language;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.SiteWords;
import dockdsl.vocabulary.Term;
import dockdsl.vocabulary.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Says what is wrong with names that mean nothing where they stand. */
final class Unknowns {
    private static final Pattern HEAD_OF_LIST = Pattern.compile("\\s*(\\w+)\\s*:\\s*");

    /**
     * Where a name stands.
     *
     * @param here the block; empty in methods and stored closures
     * @param behind the setting whose value is read
     * @param inText whether it is inside of text
     * @param inName whether it stands for the name of a block
     */
    record Context(Optional<Block> here, Optional<Setting<?>> behind, boolean inText, boolean inName) {
        boolean isWord(String name) {
            return here.flatMap(block -> Language.word(block, name)).isPresent();
        }

        /** The blocks that may be meant. */
        List<Block> blocksWith(String name) {
            return here.map(List::of).orElseGet(() -> Language.blocksWith(name));
        }

        Optional<Setting<?>> setting(String name) {
            return blocksWith(name).stream()
                    .flatMap(block -> Language.setting(block, name).stream())
                    .findFirst();
        }

        private List<String> terms() {
            return behind.stream()
                    .flatMap(setting -> setting.kind().terms().stream())
                    .map(Term::name)
                    .toList();
        }
    }

    private final SourceText source;
    private final Block root;
    private final Names names;

    Unknowns(SourceText source, Block root, Names names) {
        this.source = source;
        this.root = root;
        this.names = names;
    }

    /** {@code image: 'x'} is text with a label, for Groovy. */
    Optional<Problem> label(Statement statement, Context context) {
        return Optional.ofNullable(statement.getStatementLabels())
                .filter(labels -> !labels.isEmpty())
                .map(labels -> colon(labels.getLast(), statement.getLineNumber(), context));
    }

    /** @param line of what stands behind the label, which is above it or in the same line */
    private Problem colon(String label, int line, Context context) {
        Pattern labelled = Pattern.compile("(?<!\\w)" + Pattern.quote(label) + "\\s*:");
        int above = line;
        while (above > 1 && !labelled.matcher(source.line(above)).find()) {
            above--;
        }
        Matcher found = labelled.matcher(source.line(above));
        SourceRef where = new SourceRef(source.name(), above, found.find() ? found.start() + 1 : 1);
        return Wording.colon(where, label, context.here().orElse(root));
    }

    /** {@code - '80:80'}, a line of a list in YAML. */
    Optional<Problem> dash(Expression expression, Context context) {
        if (!(expression instanceof UnaryMinusExpression minus) || !isItem(minus.getExpression())) {
            return Optional.empty();
        }
        int line = expression.getLineNumber();
        while (source.line(line).stripLeading().startsWith("-")) {
            line--;
        }
        Matcher head = HEAD_OF_LIST.matcher(source.line(line));
        return Optional.of(
                head.matches()
                        ? colon(head.group(1), line, context)
                        : new Problem(
                                at(expression),
                                "a dash makes no list here",
                                "Values stand behind their word, with commas between them: publish '80:80', '443:443'."));
    }

    /** {@code '443:443'} in a line by itself, which Groovy would pass over. */
    Optional<Problem> value(Expression expression) {
        return expression instanceof ConstantExpression constant && !constant.isNullExpression()
                        || expression instanceof GStringExpression
                ? Optional.of(new Problem(
                        at(expression),
                        "a value stands by itself here",
                        "Put a comma at the end of the line above if it belongs there; else remove it."))
                : Optional.empty();
    }

    private boolean isItem(Expression value) {
        return value instanceof ConstantExpression text && text.getValue() instanceof String
                || value instanceof GStringExpression
                || value instanceof VariableExpression name && !names.isVariable(name.getName());
    }

    /** A word, or what might be one, with nothing behind it. */
    Optional<Problem> lone(Expression expression, Context context) {
        if (!(expression instanceof VariableExpression variable) || names.isVariable(variable.getName())) {
            return Optional.empty();
        }
        Block block = context.here().orElse(root);
        return Optional.of(Language.word(block, variable.getName())
                .map(word -> new Problem(
                        at(variable),
                        "a value is missing behind `" + word.name() + "`",
                        "Write " + word.example() + "."))
                .orElseGet(() -> Wording.unknownWord(at(variable), variable.getName(), block)));
    }

    /** What begins a line like a word and is none. */
    Problem word(Shape shape, Context context) {
        Block block = context.here().orElse(root);
        boolean likeMethod = Nearest.to(shape.name(), names.methods()).isPresent()
                && block.meantBy(shape.name()).isEmpty();
        return likeMethod
                ? Wording.noMethod(at(shape.word()), shape.name(), names.methods())
                : Wording.unknownWord(at(shape.word()), shape.name(), block);
    }

    /** A call in the place of a value. */
    Problem call(Shape shape, Context context) {
        if (shape.name().equals(SiteWords.SECRET.name())) {
            return Wording.secret(at(shape.word()));
        }
        if (context.behind().filter(ContentWords.SECRET::equals).isPresent()) {
            return Wording.secretSource(at(shape.word()));
        }
        if (!Language.blocksWith(shape.name()).isEmpty()) {
            return new Problem(
                    at(shape.word()),
                    "`" + shape.name() + "` stands where a value is expected",
                    "It is a word that begins a line. Is there a comma too many before it, or does it belong in a block of its own?");
        }
        List<String> known = new ArrayList<>(context.terms());
        known.addAll(names.methods());
        return context.behind()
                .filter(setting -> !context.terms().isEmpty())
                .map(setting -> Wording.noTerm(
                        at(shape.word()), shape.name(), known, setting.kind().expects()))
                .orElseGet(() -> Wording.noMethod(at(shape.word()), shape.name(), known));
    }

    /** A name that is given a value and was not declared. */
    Problem assigned(VariableExpression variable, Expression value, Context context) {
        String name = variable.getName();
        if (context.behind().isPresent()) {
            return new Problem(
                    at(variable), "there is a '=' behind `" + name + "`", "Write " + name + ": and the value.");
        }
        Optional<Word> word =
                context.here().flatMap(block -> Language.word(block, name).or(() -> block.meantBy(name)));
        if (word.isPresent()) {
            return new Problem(
                    at(variable),
                    "there is a '=' behind `" + name + "`",
                    "Write it without: " + written(word.get(), value) + ".");
        }
        return new Problem(at(variable), "`" + name + "` is not declared", "Declare it: def " + name + " = ...");
    }

    /** The word with the value as the user wrote it, without brackets around; an example when the value is long. */
    private String written(Word word, Expression value) {
        String line = source.line(value.getLineNumber());
        boolean plain = word instanceof Setting<?>
                && !(value instanceof ClosureExpression)
                && value.getLineNumber() > 0
                && value.getLineNumber() == value.getLastLineNumber()
                && value.getLastColumnNumber() - 1 <= line.length();
        if (!plain) {
            return word.example();
        }
        String text = line.substring(value.getColumnNumber() - 1, value.getLastColumnNumber() - 1)
                .strip();
        boolean bracketed = text.startsWith("[")
                && text.endsWith("]")
                && (value instanceof ListExpression || value instanceof MapExpression);
        String bare = bracketed ? text.substring(1, text.length() - 1).strip() : text;
        return bare.isEmpty() || bare.equals(":") ? word.example() : word.name() + " " + bare;
    }

    /** A name in the place of a value. */
    Problem variable(VariableExpression variable, Context context) {
        String name = variable.getName();
        if (names.isTopLevel(name)) {
            return new Problem(
                    at(variable),
                    "`" + name + "` is not seen inside a method",
                    "Methods see their parameters only. Give it as one, or write the method as a closure: def web = { name -> ... }.");
        }
        Set<String> known = new LinkedHashSet<>(context.terms());
        known.addAll(names.variables());
        known.addAll(Facts.SUBJECTS);
        return expected(context)
                .filter(expects -> !context.inText())
                .map(expects -> Wording.unknownName(whole(variable, context), known, expects))
                .orElseGet(() -> Wording.undeclared(at(variable), name, known));
    }

    private static Optional<String> expected(Context context) {
        return context.inName()
                ? Optional.of("a name in quotes")
                : context.behind().map(setting -> setting.kind().expects());
    }

    /** What the name is a piece of, where that may be text. */
    private Unquoted whole(VariableExpression variable, Context context) {
        Unquoted whole = Unquoted.around(source, at(variable));
        if (context.behind().filter(whole::isReadBy).isPresent()) {
            return whole;
        }
        return whole.value().isDashed(names::isVariable)
                ? whole.value()
                : new Unquoted(variable.getName(), at(variable));
    }

    private SourceRef at(ASTNode node) {
        return new SourceRef(source.name(), Math.max(1, node.getLineNumber()), Math.max(1, node.getColumnNumber()));
    }
}
