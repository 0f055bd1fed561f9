package dockdsl.docker;

import static dockdsl.docker.EngineLab.interest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.model.BuildContext;
import dockdsl.model.BuildSpec;
import dockdsl.model.RegistrySpec;
import dockdsl.observed.ObservedImage;
import dockdsl.problem.HostFailed;
import dockdsl.value.ImageRef;
import dockdsl.value.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildIT {
    private static final ImageRef IMAGE = ImageRef.parse("shop/app:1");

    @TempDir
    Path folder;

    private final EngineLab lab;
    private final List<String> progress = new ArrayList<>();

    BuildIT(@TempDir Path home) {
        lab = new EngineLab(home);
        EngineLab.ssh("docker images -q | xargs -r docker rmi -f");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void buildsUnderItsNameAndMarksTheImageWithTheFingerprint() throws IOException {
        write("Dockerfile", "FROM " + lab.hello + "\nCOPY page /www/index.html\nRUN true\n");
        write("page", "new page");
        BuildSpec build = build();
        assertThat(label()).isEqualTo(build.fingerprint());
        assertThat(progress).containsSubsequence("Step 1/5 : FROM " + lab.hello, "Step 3/5 : RUN true");

        write("page", "newer page");
        assertThat(build().fingerprint()).isNotEqualTo(build.fingerprint());
        assertThat(label()).isNotEqualTo(build.fingerprint());
        assertThat(EngineLab.ssh("docker run --rm shop/app:1 cat /www/index.html"))
                .isEqualTo("newer page");
    }

    @Test
    void takesGatheredFilesAlong(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("page"), "gathered");
        write("Dockerfile", "FROM " + lab.hello + "\nCOPY page /www/index.html\n");
        byte[] gathered = TarStream.of(BuildContext.of(other), new byte[0]).readAllBytes();
        lab.engine.build(IMAGE, spec(), Optional.empty(), "shop", gathered, Map.of(), progress::add);
        assertThat(EngineLab.ssh("docker run --rm shop/app:1 cat /www/index.html"))
                .isEqualTo("gathered");
    }

    @Test
    void saysWhichStepFailedAndWhatItSaid() throws IOException {
        write("Dockerfile", "FROM " + lab.hello + "\nRUN echo looking; cat /nowhere\n");
        assertThatThrownBy(this::build)
                .isInstanceOf(HostFailed.class)
                .hasMessageStartingWith(
                        "could not build shop/app:1: Step 2/4 : RUN echo looking; cat /nowhere failed: ")
                .hasMessageContaining("returned a non-zero code: 1")
                .hasMessageContaining("\nlooking\n")
                .hasMessageContaining("can't open '/nowhere'");
        assertThat(lab.engine.observe(interest().images(IMAGE).done()).image(IMAGE))
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongWithADockerfile() throws IOException {
        write("Dockerfile", "FORM scratch\n");
        assertThatThrownBy(this::build)
                .isInstanceOf(HostFailed.class)
                .hasMessageContaining("could not build shop/app:1: ")
                .hasMessageContaining("FORM");
    }

    @Test
    void logsInForTheImageThatItIsBuiltOn() throws IOException {
        ImageRef base = EngineLab.privateImage("hello:1");
        write("Dockerfile", "FROM " + base + "\n");
        assertThatThrownBy(this::build).isInstanceOf(HostFailed.class);
        lab.engine.build(
                IMAGE, spec(), Optional.empty(), "shop", new byte[0], Map.of(base.registry(), login()), progress::add);
        assertThat(label()).isEqualTo(spec().fingerprint());
    }

    private static RegistrySpec.Login login() {
        return new RegistrySpec.Login(
                EngineLab.fact("LAB_REGISTRY_USER"), Secret.of(EngineLab.fact("LAB_REGISTRY_PASSWORD")));
    }

    private BuildSpec build() {
        BuildSpec build = spec();
        lab.engine.build(IMAGE, build, Optional.empty(), "shop", new byte[0], Map.of(), progress::add);
        return build;
    }

    private BuildSpec spec() {
        return new BuildSpec(folder, BuildContext.of(folder).fingerprint());
    }

    private Object label() {
        ObservedImage image =
                lab.engine.observe(interest().images(IMAGE).done()).image(IMAGE).orElseThrow();
        return image.config().map("Labels").get(BuildSpec.LABEL);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
