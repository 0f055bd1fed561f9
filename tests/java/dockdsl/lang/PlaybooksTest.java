package dockdsl.lang;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.check.SiteChecker;
import dockdsl.inventory.InventoryReader;
import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users run first can be read and makes sense. */
class PlaybooksTest {
    @TempDir
    private Path cache;

    @Test
    void identidock() {
        ScriptStore store = new ScriptStore(cache, "test");
        SiteReader reader =
                new SiteReader(store, origin -> null, new SiteReader.Rules(SiteChecker::alone, SiteChecker::together));
        Site site = reader.read(
                        Path.of("playbooks/identidock/site.groovy"),
                        Optional.of(new InventoryReader(store, origin -> null).read("inventory/identidock.groovy")),
                        SiteReader.Options.NONE)
                .site();
        assertThat(site.on("web1"))
                .extracting(ContainerSpec::engineName)
                .containsExactly("dnmonster", "identidock", "proxy");
        assertThat(site.on("db1")).extracting(ContainerSpec::engineName).containsExactly("redis");
        assertThat(site.on("web2").getFirst().image().orElseThrow())
                .hasToString("10.213.0.1:5000/identidock/dnmonster:1.0");
        assertThat(site.docker().daemon()).containsKey("insecure-registries");
    }
}
