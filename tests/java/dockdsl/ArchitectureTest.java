package dockdsl;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the code to the package table of {@code interpreter/ARCHITECTURE.md}. */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("interpreter/java/dockdsl");
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dockdsl");

    /** One row: a package, the packages it may use, and the libraries that live in it. */
    record House(String name, Set<String> mayUse, Set<String> libraries) {}

    private static final List<House> HOUSES = List.of(
            house("problem", ""),
            house("value", ""),
            house("observed", "value"),
            house("vocabulary", "problem value observed"),
            house("model", "problem value vocabulary"),
            house("check", "problem value observed vocabulary model"),
            house("plan", "problem value observed vocabulary model"),
            house("graph", "problem value vocabulary model plan"),
            house("ledger", "value observed"),
            house("diary", "value"),
            house("schedule", "problem value"),
            house("lang", "problem value vocabulary model", "groovy", "org.codehaus.groovy", "org.apache.groovy"),
            house("inventory", "problem value model lang", "org.yaml.snakeyaml"),
            house("lockfile", "problem value vocabulary model"),
            house("host", "problem value observed vocabulary model"),
            house("ssh", "problem value model host", "org.apache.sshd", "net.i2p.crypto", "org.slf4j", "jdk.net"),
            house(
                    "docker",
                    "problem value observed vocabulary model host",
                    "com.github.dockerjava",
                    "com.fasterxml.jackson",
                    "org.slf4j"),
            house("secret", "problem value model host", "com.exceptionfactory.jagged"),
            house("bootstrap", "problem value model host"),
            house("notify", "problem value model", "jakarta.mail"),
            house("run", "problem value observed vocabulary model plan ledger host bootstrap"),
            house("adhoc", "problem value observed model plan host run", "org.apache.commons.compress"),
            house("doctor", "problem value observed model host"),
            house("cli", everything(), "org.jline", "com.github.difflib", "com.fasterxml.jackson", "org.slf4j"));

    private static String everything() {
        return "problem value observed vocabulary model check plan graph ledger diary schedule lang inventory lockfile host ssh docker secret bootstrap notify run adhoc doctor";
    }

    private static House house(String name, String mayUse, String... libraries) {
        Set<String> packages = new TreeSet<>(List.of(mayUse.split(" ")));
        packages.remove("");
        return new House(name, packages, Set.of(libraries));
    }

    static List<House> houses() {
        return HOUSES;
    }

    @ParameterizedTest
    @MethodSource("houses")
    void usesOnlyWhatTheTableAllows(House house) {
        Stream<String> allowed = Stream.of(
                        Stream.of("java..", "javax..", "dockdsl." + house.name() + ".."),
                        house.mayUse().stream().map(other -> "dockdsl." + other + ".."),
                        house.libraries().stream().map(library -> library + ".."))
                .flatMap(names -> names);
        holds(classes()
                .that()
                .resideInAPackage("dockdsl." + house.name() + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new)));
    }

    /** The packages inside of packages, such as {@code cli.text}. */
    static List<String> rooms() throws IOException {
        return folders().stream()
                .map(folder -> SOURCES.relativize(folder).toString().replace('/', '.'))
                .filter(name -> name.contains("."))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void packagesInsideOfPackagesUseOnlyWhatTheySay(String room) throws IOException {
        Set<String> said = new TreeSet<>(List.of(mayUse(room).split("[^a-z.]+")));
        String house = "dockdsl." + room.substring(0, room.indexOf('.'));
        holds(classes()
                .that()
                .resideInAPackage("dockdsl." + room)
                .should()
                .onlyDependOnClassesThat(describe("stand behind \"May use:\"", type -> {
                    String used = type.getPackageName();
                    return !used.startsWith("dockdsl.")
                            || used.equals("dockdsl." + room)
                            || said.contains("everything") && !used.equals(house)
                            || said.stream().anyMatch(name -> (used + ".").startsWith("dockdsl." + name + "."));
                })));
    }

    private static String mayUse(String name) throws IOException {
        Path info = SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java");
        return Files.readString(info).replaceAll("(?s).*May use:|\\.?\\s*\\*/.*", "");
    }

    @Test
    void everyPackageStandsInTheTable() throws IOException {
        assertThat(namesOf(HOUSES)).containsAll(packages());
    }

    @Test
    void packagesAreAcyclic() {
        holds(slices().matching("dockdsl.(**)").should().beFreeOfCycles());
    }

    @Test
    void everyPackageSaysWhatItIsForAndWhatItMayUse() throws IOException {
        for (Path folder : folders()) {
            assertThat(folder.resolve("package-info.java")).content().containsPattern("/\\*\\*\\s[\\s\\S]*May use: ");
        }
    }

    @ParameterizedTest
    @MethodSource("houses")
    void packageInfoNamesOnlyPackagesOfTheTable(House house) throws IOException {
        Path info = SOURCES.resolve(house.name()).resolve("package-info.java");
        if (!Files.exists(info) || house.name().equals("cli")) return;
        Set<String> named = new TreeSet<>(List.of(mayUse(house.name()).split("[^a-z]+")));
        named.retainAll(namesOf(HOUSES));
        assertThat(house.mayUse())
                .as("what %s may name after \"May use:\"", info)
                .containsAll(named);
    }

    @ParameterizedTest
    @MethodSource("houses")
    void theArchitectureDocumentHasTheSameTable(House house) throws IOException {
        String mayUse = house.name().equals("cli") ? "everything" : String.join(" ", house.mayUse());
        assertThat(Files.readAllLines(Path.of("interpreter/ARCHITECTURE.md")))
                .as("the row of %s", house.name())
                .anyMatch(line -> line.contains("| `" + house.name() + "` |")
                        && line.contains("| " + (mayUse.isEmpty() ? "–" : mayUse) + " |"));
    }

    @Test
    void onlyTheCommandLinePrints() {
        holds(GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS, "cli");
    }

    @Test
    void onlyTheCommandLineEndsTheProcess() {
        holds(
                noClasses()
                        .should()
                        .callMethod(System.class, "exit", int.class)
                        .orShould()
                        .callMethod(Runtime.class, "exit", int.class)
                        .orShould()
                        .callMethod(Runtime.class, "halt", int.class),
                "cli");
    }

    @Test
    void planningAndCheckingLogNothing() {
        holds(noClasses()
                .that()
                .resideInAnyPackage("dockdsl.check..", "dockdsl.plan..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j.."));
    }

    @Test
    void thePureCoreDoesNoInputOutputAndNeitherWaitsNorReadsTheClock() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(
                        "dockdsl.value..",
                        "dockdsl.observed..",
                        "dockdsl.model..",
                        "dockdsl.check..",
                        "dockdsl.plan..",
                        "dockdsl.ledger..")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "java.nio.channels..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Process.class));
    }

    @Test
    void namesSayWhatAThingIs() {
        holds(noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)$|.*\\.Abstract[^.]*"));
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(CODE);
    }

    /** The rule holds outside of one package. */
    private static void holds(ArchRule rule, String exceptIn) {
        rule.allowEmptyShould(true)
                .check(CODE.that(describe(
                        "outside of " + exceptIn, type -> !type.getPackageName().startsWith("dockdsl." + exceptIn))));
    }

    private static Set<String> namesOf(List<House> houses) {
        return new TreeSet<>(houses.stream().map(House::name).toList());
    }

    private static Set<String> packages() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path folder : folders())
            names.add(SOURCES.relativize(folder).getName(0).toString());
        return names;
    }

    /** Every folder with Java in it. */
    private static Set<Path> folders() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return new TreeSet<>(files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .toList());
        }
    }
}
