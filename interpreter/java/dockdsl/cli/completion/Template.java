package dockdsl.cli.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The part of a script that is always the same. */
final class Template {
    private Template() {}

    static String of(String name) {
        try (InputStream text = Template.class.getResourceAsStream("/dockdsl/completion/" + name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
