package dockdsl.cli.console;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Host;
import dockdsl.value.ImageRef;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.Kind;
import dockdsl.vocabulary.Language;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.Term;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The end of an unfinished text in the language, and what may stand there: the words of a block, the values of a setting, or names.
 *
 * @param statement the one that the cursor stands in, up to it
 */
record Sentence(World world, Optional<Block> block, Optional<String> word, String statement) {
    /** A bracket whose end has not been typed yet, and what is called with it. */
    private static final Pattern CALL = Pattern.compile(".*?(\\w+)\\(\\s*['\"]?[^'\"()]*", Pattern.DOTALL);

    /** A value is over, and no comma has promised another one; or it is the value of a name that nothing is known of. */
    private static final Pattern OVER =
            Pattern.compile("\\s*\\w++\\s*+(?:[^,(\\[]*[^\\s,(\\[]\\s|.*\\w:\\s*['\"]?[^'\",]*)");

    static Sentence of(String text, World world) {
        OpenBlocks open = OpenBlocks.of(text);
        return new Sentence(world, open.innermost(), open.word(), open.statement());
    }

    /** The last words that it may have, whatever is typed of it. */
    Stream<String> endings() {
        return word.map(this::values).orElseGet(() -> block.stream().flatMap(each -> Language.names(each).stream()));
    }

    private Stream<String> values(String first) {
        Matcher call = CALL.matcher(statement);
        if (call.matches() && !call.group(1).equals(first)) {
            return quoted(names(call.group(1)));
        }
        return OVER.matcher(statement).matches() ? Stream.empty() : Stream.concat(quoted(names(first)), terms(first));
    }

    private Stream<String> terms(String name) {
        Stream<Kind<?>> kinds =
                block.flatMap(each -> Language.setting(each, name)).stream().map(Setting::kind);
        return kinds.flatMap(kind -> isQuoted()
                ? kind.choices().stream().filter(each -> each.startsWith("'")).map(each -> each.replace("'", ""))
                : Stream.concat(kind.terms().stream().map(Sentence::begun), kind.choices().stream()));
    }

    /** Up to its bracket, where it has one. */
    private static String begun(Term term) {
        return term.usage().replaceFirst("\\(.*", "(");
    }

    private Stream<String> quoted(Stream<String> names) {
        return isQuoted() ? names : names.map(name -> "'" + name + "'");
    }

    /** Whether the cursor stands within a text. */
    private boolean isQuoted() {
        String before = statement.substring(
                0, statement.length() - Completion.last(statement).length());
        return before.endsWith("'") || before.endsWith("\"");
    }

    private Stream<String> names(String of) {
        return switch (of) {
            case "on" -> Stream.concat(world.inventory().groups().stream(), hosts());
            case "image" ->
                containers().flatMap(container -> container.image().stream()).map(ImageRef::toString);
            case "container", "link", "dependsOn", "volumesFrom" -> containers().map(ContainerSpec::name);
            case "network", "networks" ->
                world.site().stream().flatMap(site -> site.networks().stream()).map(each -> each.name());
            case "volume" ->
                world.site().stream().flatMap(site -> site.volumes().stream()).map(each -> each.name());
            case "secret" -> world.site().stream().flatMap(site -> site.secrets().keySet().stream());
            default -> Stream.empty();
        };
    }

    private Stream<String> hosts() {
        return world.inventory().hosts().stream().map(Host::name);
    }

    private Stream<ContainerSpec> containers() {
        return world.site().stream().flatMap(site -> site.containers().stream());
    }
}
