package dockdsl.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dockdsl.lab.DebianPackages;
import dockdsl.lang.ScriptStore;
import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.problem.SiteRejected;
import dockdsl.value.Secret;
import dockdsl.value.SecretVariable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every inventory of {@code tests/resources/inventory} with Ansible, too, and compares. */
class AnsibleInventoryIT {
    private static final Path CASES = Path.of("tests/resources/inventory");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    /** What Ansible says of an inventory. */
    private record Said(int exit, String out, String complaint) {}

    @BeforeAll
    static void installAnsible() {
        DebianPackages.have("ansible");
    }

    static Stream<Path> same() throws IOException {
        return cases("same");
    }

    static Stream<Path> refused() throws IOException {
        return cases("refused");
    }

    static Stream<Path> stricter() throws IOException {
        return cases("stricter");
    }

    private static Stream<Path> cases(String kind) throws IOException {
        return Files.list(CASES.resolve(kind)).sorted();
    }

    @ParameterizedTest
    @MethodSource("same")
    void hostsGroupsAndVariablesAreTheSame(Path inventory) throws Exception {
        Inventory ours = read(inventory);
        Said said = ansible(inventory);
        assertThat(said.exit()).as(said.complaint()).isZero();
        JsonNode theirs = JSON.readTree(said.out());
        assertThat(memberships(ours)).isEqualTo(memberships(theirs));
        for (Host host : ours.hosts()) {
            JsonNode variables = theirs.path("_meta").path("hostvars").path(host.name());
            assertThat(host.vars().keySet())
                    .as("variables of %s", host.name())
                    .containsExactlyInAnyOrderElementsOf(names(variables));
            host.vars()
                    .forEach((name, value) -> assertThat(agree(value, variables.get(name)))
                            .as("%s of %s: %s here, %s there", name, host.name(), value.getClass(), variables.get(name))
                            .isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatAnsibleFailsOnOrWarnsOfIsAProblem(Path inventory) throws Exception {
        assertThatThrownBy(() -> read(inventory)).isInstanceOf(SiteRejected.class);
        Said said = ansible(inventory);
        assertThat(said.exit() != 0 || said.complaint().contains("[WARNING]"))
                .as(said.toString())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("stricter")
    void whatNeverWorksIsAProblemEvenWhereAnsibleSaysNothing(Path inventory) throws Exception {
        assertThatThrownBy(() -> read(inventory)).isInstanceOf(SiteRejected.class);
        assertThat(ansible(inventory).exit()).isZero();
    }

    private Inventory read(Path inventory) throws IOException {
        return new InventoryReader(new ScriptStore(folder, "test"), origin -> null).read(sources(inventory));
    }

    private static Said ansible(Path inventory) throws Exception {
        List<String> command = new ArrayList<>(List.of("ansible-inventory", "--list"));
        sources(inventory).forEach(source -> command.addAll(List.of("-i", source)));
        return run(command, 60);
    }

    /** A folder may say in a file {@code sources} what belongs to it. */
    private static List<String> sources(Path inventory) throws IOException {
        Path listed = inventory.resolve("sources");
        if (!Files.exists(listed)) {
            return List.of(inventory.toString());
        }
        return Files.readAllLines(listed).stream()
                .map(source -> source.contains(",")
                        ? source
                        : inventory.resolve(source).toString())
                .toList();
    }

    private static Said run(List<String> command, int seconds) throws Exception {
        Path out = Files.createTempFile("ansible", ".out");
        Path complaint = Files.createTempFile("ansible", ".err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(complaint.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "LC_ALL",
                            "C.UTF-8",
                            "ANSIBLE_CONFIG",
                            CASES.resolve("ansible.cfg").toString(),
                            "NO_COLOR",
                            "1"));
            Process process = builder.start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " was not done after " + seconds + " s");
            }
            return new Said(process.exitValue(), Files.readString(out), Files.readString(complaint));
        } finally {
            Files.delete(out);
            Files.delete(complaint);
        }
    }

    private static Map<String, Set<String>> memberships(Inventory inventory) {
        Map<String, Set<String>> memberships = new TreeMap<>();
        inventory.hosts().forEach(host -> memberships.put(host.name(), new TreeSet<>(host.groups())));
        return memberships;
    }

    private static Map<String, Set<String>> memberships(JsonNode inventory) {
        Map<String, Set<String>> memberships = new TreeMap<>();
        for (String group : names(inventory)) {
            if (!group.equals("_meta")) {
                for (String host : hosts(inventory, group)) {
                    Set<String> groups = memberships.computeIfAbsent(host, key -> new TreeSet<>());
                    if (!group.equals("all")) {
                        groups.add(group);
                    }
                }
            }
        }
        return memberships;
    }

    private static Set<String> hosts(JsonNode inventory, String group) {
        Set<String> hosts = new LinkedHashSet<>();
        inventory.path(group).path("hosts").forEach(host -> hosts.add(host.textValue()));
        inventory.path(group).path("children").forEach(child -> hosts.addAll(hosts(inventory, child.textValue())));
        return hosts;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Values of INI files stay text here; Ansible reads them as Python. */
    private static boolean agree(Object ours, JsonNode theirs) {
        return switch (ours) {
            case SecretVariable variable -> theirs.has("__ansible_vault");
            case Secret secret -> secret.revealText().equals(theirs.asText());
            case Map<?, ?> map ->
                theirs.size() == map.size()
                        && map.entrySet().stream()
                                .allMatch(entry -> theirs.has(String.valueOf(entry.getKey()))
                                        && agree(entry.getValue(), theirs.get(String.valueOf(entry.getKey()))));
            case List<?> list ->
                theirs.isArray()
                        && theirs.size() == list.size()
                        && Stream.iterate(0, i -> i + 1)
                                .limit(list.size())
                                .allMatch(i -> agree(list.get(i), theirs.get(i)));
            case Boolean flag -> theirs.isBoolean() && theirs.booleanValue() == flag;
            case Number number ->
                theirs.isNumber() && theirs.decimalValue().compareTo(new BigDecimal(number.toString())) == 0;
            default -> agree(String.valueOf(ours), theirs);
        };
    }

    private static boolean agree(String ours, JsonNode theirs) {
        return switch (theirs.getNodeType()) {
            case STRING -> theirs.textValue().equals(ours);
            case NULL -> ours.isEmpty() || ours.equals("None");
            case BOOLEAN -> theirs.asText().equalsIgnoreCase(ours);
            case NUMBER -> theirs.decimalValue().compareTo(new BigDecimal(ours)) == 0;
            case OBJECT ->
                theirs.path("__ansible_unsafe").asText(ours).equals(ours)
                        && (ours.startsWith("{") || theirs.size() == 1);
            default -> ours.startsWith("[");
        };
    }
}
