package dockdsl.docker;

import static dockdsl.docker.EngineLab.interest;
import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.ObservedImage;
import dockdsl.value.ImageRef;
import dockdsl.value.Tree;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationIT {
    private static final Map<String, String> OURS = Map.of(ObservedContainer.SITE_LABEL, "shop");

    private final EngineLab lab;

    ObservationIT(@TempDir Path home) {
        lab = new EngineLab(home);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void tellsOfTheEngineAndWhereItIs() {
        HostSnapshot snapshot = lab.engine.observe(interest().done());
        assertThat(snapshot.host()).isEqualTo("d1");
        assertThat(snapshot.address()).isEqualTo(EngineLab.address());
        assertThat(snapshot.engine().version()).startsWith("20.10.");
        assertThat(snapshot.engine().apiVersion()).isEqualTo("1.41");
        assertThat(snapshot.network("bridge")).get().extracting("driver").isEqualTo("bridge");
    }

    @Test
    void inspectsWhatIsOfInterestAndListsTheRest() {
        lab.createHello("web");
        lab.createHello("other");
        lab.engine.start("web");
        HostSnapshot snapshot =
                lab.engine.observe(interest().containers("web", "missing").done());
        ObservedContainer web = snapshot.container("web").orElseThrow();
        assertThat(web.isRunning()).isTrue();
        assertThat(web.imageName()).isEqualTo(lab.hello.toString());
        assertThat(web.endpoints()).containsOnlyKeys("bridge");
        ObservedContainer other = snapshot.container("other").orElseThrow();
        assertThat(other.detail()).isEmpty();
        assertThat(other.status()).isEqualTo("created");
        assertThat(snapshot.container("missing")).isEmpty();
    }

    @Test
    void doesNotTakeTheBeginningOfAnIdForAName() {
        String id = lab.createHello("web");
        String beginning = id.substring(0, 6);
        HostSnapshot snapshot =
                lab.engine.observe(interest().containers(beginning).done());
        assertThat(snapshot.container(beginning)).isEmpty();
        assertThat(snapshot.container("web").orElseThrow().detail()).isEmpty();
    }

    @Test
    void inspectsWhatIsLeftOfTheSite() {
        lab.create("web.dockdsl-old", Tree.EMPTY.with("Labels", OURS));
        ObservedContainer left = lab.engine
                .observe(interest().done())
                .container("web.dockdsl-old")
                .orElseThrow();
        assertThat(left.belongsTo("shop")).isTrue();
        assertThat(left.inspected().text("Config.Image")).isEqualTo(lab.hello.toString());
    }

    @Test
    void looksUpImagesAndTheirConfiguration() {
        lab.pullHello();
        ImageRef missing = EngineLab.image("hello:17");
        HostSnapshot snapshot =
                lab.engine.observe(interest().images(lab.hello, missing).done());
        ObservedImage image = snapshot.image(lab.hello).orElseThrow();
        assertThat(image.id()).startsWith("sha256:");
        assertThat(image.repoDigests()).allMatch(digest -> digest.contains("/hello@sha256:"));
        assertThat(image.config().has("Cmd") || image.config().has("Entrypoint"))
                .isTrue();
        assertThat(snapshot.image(missing)).isEmpty();
    }

    @Test
    void findsTheImageOfAContainerWhoseNameMovedOn() {
        lab.createHello("web");
        ImageRef moving = ImageRef.parse("moving:1");
        EngineLab.ssh("docker tag " + EngineLab.image("hello:1") + " moving:1");
        lab.engine.create("app", Tree.EMPTY.with("Image", "moving:1"));
        EngineLab.ssh("docker rmi moving:1");
        HostSnapshot snapshot =
                lab.engine.observe(interest().containers("app").images(moving).done());
        String running = snapshot.container("app").orElseThrow().imageId();
        assertThat(snapshot.image(moving)).isEmpty();
        assertThat(snapshot.image(running)).map(ObservedImage::id).contains(running);
    }

    @Test
    void looksUpAnImageByItsDigest() {
        lab.pullHello();
        String digest = lab.engine.digest(lab.hello, Optional.empty());
        ImageRef pinned =
                new ImageRef(lab.hello.registry(), lab.hello.repository(), Optional.empty(), Optional.of(digest));
        ImageRef tagged =
                new ImageRef(lab.hello.registry(), lab.hello.repository(), Optional.of("1"), Optional.of(digest));
        HostSnapshot snapshot =
                lab.engine.observe(interest().images(pinned, tagged).done());
        assertThat(snapshot.image(pinned)).isPresent();
        assertThat(snapshot.image(tagged)).isEqualTo(snapshot.image(pinned));
    }

    @Test
    void listsNetworksAndVolumesWithTheirLabels() {
        lab.engine.createNetwork(Tree.EMPTY.with("Name", "backend").with("Labels", OURS));
        lab.engine.createVolume(Tree.EMPTY.with("Name", "data").with("Labels", OURS));
        HostSnapshot snapshot = lab.engine.observe(interest().done());
        assertThat(snapshot.network("backend").orElseThrow().site()).contains("shop");
        assertThat(snapshot.volume("data").orElseThrow().site()).contains("shop");
        lab.engine.removeNetwork("backend");
        lab.engine.removeVolume("data");
        lab.engine.removeVolume("data");
        HostSnapshot after = lab.engine.observe(interest().done());
        assertThat(after.network("backend")).isEmpty();
        assertThat(after.volume("data")).isEmpty();
    }
}
