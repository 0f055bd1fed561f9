package dockdsl.cli.manual;

import dockdsl.cli.manual.Part.Code;
import dockdsl.cli.manual.Part.Entries;
import dockdsl.cli.manual.Part.Entry;
import dockdsl.cli.manual.Part.Paragraph;
import dockdsl.lang.Recipe;
import dockdsl.lang.StandardLibrary;
import dockdsl.vocabulary.RecipeWords.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The pages about the recipes of the standard library; reading these takes a second, so it happens only when they are asked for. */
final class RecipePages {
    private RecipePages() {}

    static List<Page> all() {
        return StandardLibrary.recipes().stream().map(RecipePages::of).toList();
    }

    /** The page of the recipe of this name, if there is one. */
    static List<Page> named(String name) {
        return StandardLibrary.names().contains(name)
                ? all().stream().filter(page -> page.title().equals(name)).toList()
                : List.of();
    }

    private static Page of(Recipe recipe) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Paragraph(recipe.about()
                + (recipe.inContainer() ? " It is used inside of `container`." : " It is used at the top level.")));
        parts.add(new Code(List.of(example(recipe))));
        List<Entry> arguments = new ArrayList<>();
        recipe.arguments().forEach(argument -> arguments.add(new Entry(argument.name(), explained(argument))));
        parts.add(new Entries("Arguments", arguments));
        return new Page(recipe.name(), parts);
    }

    private static String example(Recipe recipe) {
        return "use " + recipe.name()
                + recipe.arguments().stream()
                        .filter(argument -> argument.standard().isEmpty())
                        .map(argument -> argument.name() + ": ...")
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String explained(Argument argument) {
        String standard = argument.standard()
                .map(value -> String.valueOf(value).isEmpty() ? "Need not be said." : "When not said: " + value + ".")
                .orElse("Required.");
        return argument.about() + " " + standard;
    }
}
