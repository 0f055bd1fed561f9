package dockdsl.cli.manual;

import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.InventoryWords;
import dockdsl.vocabulary.Language;
import dockdsl.vocabulary.SiteWords;
import dockdsl.vocabulary.Word;

/** The file from which IntelliJ IDEA completes the words of a site file and shows their documentation. */
public final class Gdsl {
    private final StringBuilder text = new StringBuilder();

    private Gdsl() {}

    public static String ofAll() {
        Gdsl gdsl = new Gdsl();
        gdsl.text.append("// Completion for site files of dockdsl; save it as dockdsl.gdsl beside the site file.\n");
        gdsl.topLevel();
        gdsl.text.append("\ncontributor(context(scope: closureScope())) {\n");
        for (Block block : Topics.BLOCKS) {
            if (block != SiteWords.BLOCK && block != InventoryWords.BLOCK) {
                gdsl.inside(block);
            }
        }
        Language.BORROWING.forEach(gdsl::inside);
        return gdsl.text.append("}\n").toString();
    }

    private void topLevel() {
        text.append("\ncontributor(context(scope: scriptScope(), pathRegexp: '.*\\\\.groovy')) {\n");
        for (Word word : SiteWords.BLOCK.words()) {
            method("    ", word);
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
