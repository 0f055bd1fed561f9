package dockdsl.cli.manual;

import dockdsl.lang.Recipe;
import dockdsl.lang.StandardLibrary;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.InventoryWords;
import dockdsl.vocabulary.SiteWords;
import dockdsl.vocabulary.Word;
import java.util.stream.Collectors;

/** The file from which IntelliJ IDEA completes the words of a site file and shows their documentation. */
public final class Gdsl {
    private final StringBuilder text = new StringBuilder();

    private Gdsl() {}

    public static String ofAll() {
        Gdsl gdsl = new Gdsl();
        gdsl.text.append("// Completion for site files of dockdsl; save it as dockdsl.gdsl beside the site file.\n");
        gdsl.topLevel();
        gdsl.recipes();
        gdsl.text.append("\ncontributor(context(scope: closureScope())) {\n");
        for (Block block : Topics.BLOCKS) {
            if (block != SiteWords.BLOCK && block != InventoryWords.BLOCK) {
                gdsl.inside(block);
            }
        }
        gdsl.inside(SiteWords.DEFAULTS);
        gdsl.inside(SiteWords.ENVIRONMENT);
        return gdsl.text.append("}\n").toString();
    }

    private void topLevel() {
        text.append("\ncontributor(context(scope: scriptScope(), pathRegexp: '.*\\\\.groovy')) {\n");
        for (Word word : SiteWords.BLOCK.words()) {
            method("    ", word);
        }
        text.append("}\n");
    }

    private void recipes() {
        text.append("\ncontributor(context(scope: scriptScope(), pathRegexp: '.*\\\\.groovy')) {\n");
        for (Recipe recipe : StandardLibrary.recipes()) {
            String arguments = recipe.arguments().stream()
                    .map(argument -> argument.name() + " - " + argument.about())
                    .collect(Collectors.joining(" "));
            text.append("    method(name: '")
                    .append(recipe.name())
                    .append("', type: 'java.lang.Object', params: [arguments: 'java.util.Map'],\n            doc: '")
                    .append(quoted(recipe.about() + " Arguments: " + arguments))
                    .append("')\n");
        }
        text.append("}\n");
    }

    private void inside(Block block) {
        text.append("    if (enclosingCall('").append(block.name()).append("')) {\n");
        for (Word word : block.words()) {
            method("        ", word);
        }
        text.append("    }\n");
    }

    private void method(String indent, Word word) {
        String parameters = word instanceof Block ? "body: 'groovy.lang.Closure'" : "value: 'java.lang.Object'";
        text.append(indent)
                .append("method(name: '")
                .append(word.name())
                .append("', type: 'void', params: [")
                .append(parameters)
                .append("],\n")
                .append(indent)
                .append("        doc: '")
                .append(quoted(word.doc() + " Example: " + word.example()))
                .append("')\n");
    }

    private static String quoted(String doc) {
        return doc.replace("\\", "\\\\").replace("'", "\\'");
    }
}
