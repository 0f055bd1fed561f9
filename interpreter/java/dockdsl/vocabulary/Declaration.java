package dockdsl.vocabulary;

import dockdsl.value.Malformed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A network or volume that the top level of a site file names, with the settings that stand behind its name: {@code network
 * 'backend', internal: true}.
 *
 * @param said values by their settings
 */
public record Declaration(String name, Map<Setting<?>, Object> said) {
    public Declaration {
        said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
    }

    /** @param words the settings that may stand behind a name */
    static Kind<List<Declaration>> kind(String expects, List<Word> words) {
        return Kind.plain(
                expects,
                arguments -> read(arguments, words, expects),
                declarations -> declarations.stream().map(Declaration::name).collect(Collectors.joining(", ")));
    }

    /** One for each name; the settings are for all of them. @throws Malformed when a name or a setting is none */
    private static List<Declaration> read(Arguments arguments, List<Word> words, String expected) {
        Map<Setting<?>, Object> said = new LinkedHashMap<>();
        arguments.named().forEach((name, value) -> {
            Setting<?> setting = setting(name, words);
            said.put(setting, setting.kind().read().apply(Arguments.of(value)));
        });
        List<Declaration> declarations = new ArrayList<>();
        for (Object name : Kinds.atLeastOne(arguments.flat(), expected)) {
            declarations.add(new Declaration(SiteKinds.engineName(Arguments.text(name)), said));
        }
        return List.copyOf(declarations);
    }

    private static Setting<?> setting(String name, List<Word> words) {
        for (Word word : words) {
            if (word instanceof Setting<?> setting && word.name().equals(name)) {
                return setting;
            }
        }
        Optional<Word> meant =
                words.stream().filter(word -> word.synonyms().contains(name)).findFirst();
        throw new Malformed(
                "'" + name + ":' means nothing here",
                meant.map(word -> "Write " + word.name() + ": instead.")
                        .orElseGet(() ->
                                "It takes " + words.stream().map(Word::name).collect(Collectors.joining(", ")) + "."));
    }
}
