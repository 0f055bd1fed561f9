package dockdsl.lang;

import dockdsl.problem.Problems;
import dockdsl.vocabulary.Block;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.tools.GroovyClass;

/** Checks and compiles a file in the language. The only class that brings Groovy's compiler into memory. */
final class ScriptCompiler {
    private final SourceText source;
    private final Block root;
    private final Problems problems;
    private boolean forbidden;

    ScriptCompiler(SourceText source, Block root, Problems problems) {
        this.source = source;
        this.root = root;
        this.problems = problems;
    }

    /** The classes; empty when the file can't even be run to find more problems. */
    Optional<Compiled> compile() {
        CompilationUnit unit = new CompilationUnit(configuration());
        unit.addSource(ScriptNames.SOURCE, source.text());
        unit.addPhaseOperation(
                (CompilationUnit.IPrimaryClassNodeOperation) (parsed, context, node) -> rewrite(parsed, node),
                Phases.CONVERSION);
        try {
            unit.compile(Phases.CLASS_GENERATION);
            return compiled(unit.getClasses());
        } catch (MultipleCompilationErrorsException failed) {
            if (!forbidden) {
                new SyntaxErrors(source, problems).tell(failed);
            }
        } catch (StackOverflowError tooDeep) {
            problems.add(source.startOfLine(1), "the file is nested too deeply to be read", "Check its brackets.");
        } catch (groovy.lang.GroovyRuntimeException | org.codehaus.groovy.GroovyBugError failed) {
            problems.add(
                    source.startOfLine(1),
                    "the file can't be compiled",
                    "It is too long, or its brackets are nested too deeply.");
        }
        return Optional.empty();
    }

    private static CompilerConfiguration configuration() {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setSourceEncoding("UTF-8");
        // Each call of a file happens about once: linking it as invokedynamic would take longer than all of them (ADR
        // 0004).
        configuration.getOptimizationOptions().put(CompilerConfiguration.INVOKEDYNAMIC, false);
        configuration.setDisabledGlobalASTTransformations(Set.of("groovy.grape.GrabAnnotationTransformation"));
        return configuration;
    }

    private void rewrite(SourceUnit parsed, ClassNode node) {
        forbidden = new Forbidden(source.name(), problems).foundIn(parsed.getAST(), node);
        if (forbidden) {
            throw new IllegalArgumentException("what may not even be compiled");
        }
        if (!node.getName().equals(ScriptNames.CLASS) || !node.isScript()) {
            return;
        }
        MethodNode run = node.getMethod("run", org.codehaus.groovy.ast.Parameter.EMPTY_ARRAY);
        node.setSuperClass(ClassHelper.make(SiteScript.class));
        node.getDeclaredConstructors().clear();
        Set<MethodNode> mains = new HashSet<>(node.getMethods("main"));
        mains.stream().filter(main -> main.getLineNumber() < 1).forEach(node::removeMethod);
        WordRewriter.rewrite(parsed, node, run, source, root, problems);
    }

    private Optional<Compiled> compiled(List<GroovyClass> all) {
        SequencedMap<String, byte[]> classes = new LinkedHashMap<>();
        all.stream()
                .sorted((one, other) -> Boolean.compare(isMain(other), isMain(one)))
                .forEach(each -> classes.put(each.getName(), each.getBytes()));
        if (!classes.containsKey(ScriptNames.CLASS)) {
            problems.add(
                    source.startOfLine(1),
                    "the file declares classes and says nothing else",
                    "Write at least " + root.example() + ".");
            return Optional.empty();
        }
        return Optional.of(new Compiled(classes));
    }

    private static boolean isMain(GroovyClass compiled) {
        return compiled.getName().equals(ScriptNames.CLASS);
    }
}
