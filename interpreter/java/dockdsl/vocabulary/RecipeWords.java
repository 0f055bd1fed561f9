package dockdsl.vocabulary;

import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The words of recipes, and the one that uses them. */
public final class RecipeWords {
    /**
     * A recipe with what it is given.
     *
     * @param arguments by their names
     * @param places where each argument stands
     * @param where the recipe's name
     */
    public record Use(String recipe, Map<String, Object> arguments, Map<String, SourceRef> places, SourceRef where) {
        public Use {
            arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
            places = Map.copyOf(places);
        }
    }

    /** @param standard what it is when nothing is given; empty when something has to be */
    public record Argument(String name, String about, Optional<Object> standard) {}

    public static final Setting<List<Use>> USE = Setting.of(
                    "use",
                    new Kind<>(
                            "a recipe with its arguments: hardened(writable: ['/tmp'])",
                            List.of(),
                            RecipeWords::uses,
                            uses -> new TreeMap<>()),
                    "use hardened(writable: ['/tmp'])",
                    "What a recipe says: one of the folder `lib` beside the site file, else of the standard library. At the top level it "
                            + "declares containers, inside of `container` it says words of this container, which the block itself may "
                            + "say otherwise. `dockdsl help` knows the standard ones by their names.")
            .alsoKnownAs("recipe", "roles", "include_role", "import_role", "module", "extends")
            .adding(Kinds::joined);

    public static final Setting<String> ABOUT =
            Setting.of("about", Kinds.TEXT, "about 'A cache.'", "What a recipe is good for: sentences for its users.");

    public static final Setting<List<Argument>> ARGUMENT = Setting.of(
                    "argument",
                    Kind.plain(
                            "a name, and what it is: 'port', default: 80, about: 'Where it listens.'",
                            arguments -> List.of(argument(arguments)),
                            arguments -> ""),
                    "argument 'port', default: 80, about: 'Where it listens.'",
                    "Something that a recipe is given by name, and reads as `given.port`. Without `default:` it has to be given.")
            .alsoKnownAs("param", "parameter", "arg", "input", "variable")
            .adding(Kinds::joined);

    /** The words that only recipes have. */
    public static final List<Setting<?>> OF_RECIPES = List.of(ABOUT, ARGUMENT);

    private RecipeWords() {}

    private static List<Use> uses(Arguments arguments) {
        return arguments.allowing().flat().stream()
                .map(value -> {
                    if (value instanceof Use use) {
                        return use;
                    }
                    throw new Malformed(
                            "'" + value + "' is not a recipe",
                            "Write its name without quotes: use hardened(), for example.");
                })
                .toList();
    }

    private static Argument argument(Arguments arguments) {
        Arguments known = arguments.allowing("default", "about");
        String name = Arguments.text(known.only("a name"));
        if (!name.matches("[a-zA-Z]\\w*")) {
            throw new Malformed("'" + name + "' is not a name for an argument", "Use letters, digits and underscores.");
        }
        return new Argument(
                name, known.text("about", ""), Optional.ofNullable(known.named().get("default")));
    }
}
