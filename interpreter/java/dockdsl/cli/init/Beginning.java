package dockdsl.cli.init;

import dockdsl.cli.manual.Gdsl;
import dockdsl.model.Host;
import dockdsl.value.ImageRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * A new site, as files.
 *
 * @param site its name
 * @param hosts those to begin with; empty for an example to be replaced
 * @param image what to run; without one, a page that is built on the host
 */
public record Beginning(String site, List<Host> hosts, Optional<ImageRef> image) {
    /** The file that makes a folder a site. */
    public static final String SITE_FILE = "site.groovy";

    private static final String EXAMPLE =
            "    host 'web1', address: '192.0.2.10', user: 'deploy'     // put yours in its place";

    public Beginning {
        hosts = List.copyOf(hosts);
    }

    /** Their contents by their paths in the site's folder. */
    public SequencedMap<String, String> files() {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put(
                SITE_FILE,
                template("site.groovy").replace("@IMAGE@\n", imageLines()).replace("@SITE@", site));
        files.put("inventory.groovy", template("inventory.groovy").replace("@HOSTS@", hostLines()));
        files.put("dockdsl.gdsl", Gdsl.ofAll());
        files.put(".gitignore", template("gitignore.txt"));
        if (image.isEmpty()) {
            for (String name : List.of("image/Dockerfile", "image/index.html", "image/gather.sh")) {
                files.put(name, template(name).replace("@SITE@", site));
            }
        }
        return files;
    }

    private String imageLines() {
        return image.map(named -> template("pulled.txt").replace("@NAMED@", named.toString()))
                .orElseGet(() -> template("built.txt"));
    }

    private String hostLines() {
        return hosts.isEmpty() ? EXAMPLE : hosts.stream().map(Beginning::line).collect(Collectors.joining("\n"));
    }

    private static String line(Host host) {
        StringBuilder line = new StringBuilder("    host " + quoted(host.name()));
        if (host.access() instanceof Host.Ssh ssh) {
            if (!ssh.address().equals(host.name())) {
                line.append(", address: ").append(quoted(ssh.address()));
            }
            ssh.port().ifPresent(port -> line.append(", port: ").append(port));
            ssh.user().ifPresent(user -> line.append(", user: ").append(quoted(user)));
        }
        return line.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String template(String name) {
        try (InputStream text = Beginning.class.getResourceAsStream("/dockdsl/init/" + name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
