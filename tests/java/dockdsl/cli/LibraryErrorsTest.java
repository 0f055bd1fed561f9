package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import groovy.lang.GroovyRuntimeException;
import groovy.lang.GroovyShell;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LibraryErrorsTest {
    /** What it says, it says to System.err. */
    @Test
    void groovysParserSaysNothingPastUs() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new LibraryErrors(new PrintStream(bytes, true, StandardCharsets.UTF_8)));
        try {
            new GroovyShell().parse("def a = \"x$ y\"");
        } catch (GroovyRuntimeException expected) {
            System.err.println("told");
        } finally {
            System.setErr(before);
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("told\n");
    }
}
