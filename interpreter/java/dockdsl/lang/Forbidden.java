package dockdsl.lang;

import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.SourceUnit;

/** Finds annotations that would download or run code while the file is compiled. */
final class Forbidden extends ClassCodeVisitorSupport {
    private static final Set<String> NAMES =
            Set.of("Grab", "Grapes", "GrabConfig", "GrabResolver", "GrabExclude", "ASTTest", "AnnotationCollector");

    private final String file;
    private final Problems problems;
    private boolean found;

    Forbidden(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    boolean foundIn(ModuleNode module, ClassNode node) {
        Stream.of(
                        module.getImports(),
                        module.getStarImports(),
                        module.getStaticImports().values())
                .flatMap(imports -> imports.stream())
                .forEach(this::check);
        Optional.ofNullable(module.getPackage()).ifPresent(this::visitAnnotations);
        visitClass(node);
        return found;
    }

    private void check(ImportNode imported) {
        visitAnnotations(imported);
        Optional.ofNullable(imported.getType())
                .filter(type -> NAMES.contains(type.getNameWithoutPackage()))
                .ifPresent(type -> refuse(type.getNameWithoutPackage(), imported));
    }

    @Override
    public void visitAnnotations(AnnotatedNode node) {
        for (AnnotationNode annotation : List.copyOf(node.getAnnotations())) {
            String name = annotation.getClassNode().getNameWithoutPackage();
            if (NAMES.contains(name)) {
                refuse(name, annotation);
            }
        }
        super.visitAnnotations(node);
    }

    private void refuse(String name, ASTNode where) {
        found = true;
        problems.add(
                new SourceRef(file, Math.max(1, where.getLineNumber()), Math.max(1, where.getColumnNumber())),
                "@" + name + " is not allowed",
                "A site file runs no code and downloads nothing while it is compiled.");
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return null;
    }
}
