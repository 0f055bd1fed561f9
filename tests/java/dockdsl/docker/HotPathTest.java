package dockdsl.docker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Loading docker-java's commands and Jackson's binding takes longer than looking at an engine. */
class HotPathTest {
    @Test
    void onlyBuildsUseDockerJava() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(Build|BuildLog|DockerJavaTransport)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.github.dockerjava..", "com.fasterxml.jackson.databind..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dockdsl.docker"));
    }
}
