package dockdsl.lang;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.DockerWords;
import dockdsl.vocabulary.HealthcheckWords;
import dockdsl.vocabulary.HookWords;
import dockdsl.vocabulary.InventoryWords;
import dockdsl.vocabulary.Language;
import dockdsl.vocabulary.NetworkWords;
import dockdsl.vocabulary.NotifyWords;
import dockdsl.vocabulary.RolloutWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.Term;
import dockdsl.vocabulary.VolumeWords;
import dockdsl.vocabulary.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The manual, the hints and completion show the vocabulary's examples, so each of them is right. */
class ExamplesTest {
    @TempDir
    private static Path folder;

    @TestFactory
    Stream<DynamicTest> everyExampleCanBeRead() {
        return Language.BLOCKS.stream()
                .flatMap(block -> block.words().stream()
                        .map(word -> DynamicTest.dynamicTest(
                                block.name() + ": " + word.name(), () -> read(within(block, word.example())))));
    }

    @TestFactory
    Stream<DynamicTest> everyTermCanBeRead() {
        return Language.BLOCKS.stream()
                .flatMap(block -> block.words().stream()
                        .filter(Setting.class::isInstance)
                        .map(word -> (Setting<?>) word)
                        .filter(setting -> block == ContainerWords.BLOCK || block == DockerWords.BLOCK)
                        .flatMap(setting -> setting.kind().terms().stream()
                                .map(Term::usage)
                                .map(usage -> DynamicTest.dynamicTest(
                                        setting + " " + usage,
                                        () -> read(within(block, setting.name() + " " + usage))))));
    }

    @Test
    void everyWordIsExplainedAndNoSynonymIsAWordOrMeansTwo() {
        for (Block block : Language.BLOCKS) {
            Set<String> synonyms = new HashSet<>();
            for (Word word : block.words()) {
                assertThat(word.doc()).as(word.name()).endsWith(".");
                assertThat(word.example()).as(word.name()).contains(word.name());
                assertThat(word.synonyms())
                        .as("synonyms of %s in %s", word.name(), block.name())
                        .doesNotContain(word.name())
                        .allMatch(synonyms::add);
            }
        }
    }

    private static String within(Block block, String example) {
        return switch (block) {
            case Block group
            when group == InventoryWords.GROUP -> "group('x') { " + example + " }\ngroup('web') { }\ngroup('db') { }";
            case Block docker when docker == DockerWords.BLOCK -> "docker { " + example + " }";
            case Block network when network == NetworkWords.BLOCK -> "network('x1') { " + example + " }";
            case Block volume when volume == VolumeWords.BLOCK -> "volume('x1') { " + example + " }";
            case Block container when container == ContainerWords.BLOCK -> container(example);
            case Block check
            when check == HealthcheckWords.BLOCK ->
                container("healthcheck { " + (example.matches("command.*|shell.*") ? "" : "command 'true'; ") + example
                        + " }");
            case Block any when example.startsWith("use ") -> container(example);
            case Block notify when notify == NotifyWords.BLOCK -> withHosts("notify { " + example + " }");
            case Block rollout when rollout == RolloutWords.BLOCK -> container("rollout { " + example + " }");
            case Block hooks when hooks == HookWords.BLOCK -> container("hooks { " + example + " }");
            default -> example.startsWith("site ") ? "" : withHosts(example);
        };
    }

    private static String withHosts(String example) {
        String secrets = Stream.of("registry_password", "hook", "token", "smtp")
                .map(name -> "secret '" + name + "', from: env('A')\n")
                .collect(Collectors.joining());
        return "group('db') { host 'here' }\n" + (example.startsWith("secret") ? "" : secrets) + example;
    }

    private static String container(String example) {
        String image = example.startsWith("image") ? "" : "image 'app:1'; ";
        String on = example.startsWith("on ") ? "" : "on 'web'; ";
        return "group('web') { host 'here' }\ncontainer('app') { " + on + image + example + " }";
    }

    private static void read(String text) throws IOException {
        Files.createDirectories(folder.resolve("images/web"));
        Files.writeString(folder.resolve("images/web/Dockerfile"), "FROM scratch\n");
        Files.writeString(folder.resolve("web.env"), "A=b\n");
        Files.createDirectories(folder.resolve("conf"));
        Files.writeString(folder.resolve("conf/nginx.conf"), "worker_processes 1;\n");
        Files.writeString(folder.resolve("common.groovy"), "network 'common'\n");
        Path file = Files.writeString(folder.resolve("site.groovy"), "site 'shop'\n" + text);
        ScriptStore store = new ScriptStore(folder.resolve("cache"), "test");
        try {
            new SiteReader(store, origin -> null, SiteReader.Rules.NONE)
                    .read(file, Optional.empty(), new SiteReader.Options(Map.of(), Optional.of("production")));
        } catch (dockdsl.problem.SiteRejected rejected) {
            assertThat(List.copyOf(rejected.problems())).as(text).isEmpty();
        }
    }
}
