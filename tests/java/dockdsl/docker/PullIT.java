package dockdsl.docker;

import static dockdsl.docker.EngineLab.interest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.host.ImageUnknown;
import dockdsl.model.RegistrySpec;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostFailed;
import dockdsl.value.ImageRef;
import dockdsl.value.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullIT {
    private static final String OUT_OF_RANGE = "192.0.2.1";

    private final EngineLab lab;

    PullIT(@TempDir Path home) {
        lab = new EngineLab(home);
        EngineLab.ssh("docker images -q | xargs -r docker rmi -f");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void pullsAndTellsHowFarItIs() {
        List<String> progress = new ArrayList<>();
        lab.engine.pull(lab.hello, Optional.empty(), progress::add);
        assertThat(isThere(lab.hello)).isTrue();
        assertThat(progress).isNotEmpty().allMatch(line -> line.contains(" layers"));
        assertThat(progress.getLast()).startsWith("1 of 1 layers");
    }

    @Test
    void pullsExactlyTheDigest() {
        ImageRef pinned = lab.hello.at(lab.engine.digest(lab.hello, Optional.empty()));
        lab.engine.pull(pinned, Optional.empty(), line -> {});
        assertThat(isThere(pinned)).isTrue();
        assertThat(isThere(lab.hello)).isFalse();

        lab.engine.tag(pinned.toString(), lab.hello);
        assertThat(isThere(lab.hello)).isTrue();
    }

    @Test
    void asksForADigestWithTheLogin() {
        ImageRef image = EngineLab.privateImage("hello:1");
        assertThat(lab.engine.digest(image, login(EngineLab.fact("LAB_REGISTRY_PASSWORD"))))
                .isEqualTo(lab.engine.digest(lab.hello, Optional.empty()));
        for (Optional<RegistrySpec.Login> wrong : List.of(login("not-it"), Optional.<RegistrySpec.Login>empty())) {
            assertThatThrownBy(() -> lab.engine.digest(image, wrong))
                    .isInstanceOf(HostFailed.class)
                    .hasMessageNotContaining("not-it")
                    .satisfies(e -> assertThat(remedy(e)).contains("registry '" + image.registry() + "', username"));
        }
    }

    @Test
    void saysWhichImageIsNowhere() {
        ImageRef missing = EngineLab.image("hello:17");
        assertThatThrownBy(() -> lab.engine.pull(missing, Optional.empty(), line -> {}))
                .isInstanceOf(HostFailed.class)
                .hasMessageContaining("could not pull " + missing + ": ")
                .satisfies(e -> assertThat(remedy(e)).contains("Check the image's name and tag"));
        for (ImageRef none : List.of(missing, EngineLab.image("no-such-image:1"))) {
            assertThatThrownBy(() -> lab.engine.digest(none, Optional.empty()))
                    .isInstanceOf(ImageUnknown.class)
                    .hasMessageMatching("[a-z]+ unknown")
                    .satisfies(e -> assertThat(remedy(e)).contains("Check the image's name and tag"));
        }
    }

    @Test
    void logsIn() {
        ImageRef image = EngineLab.privateImage("hello:1");
        lab.engine.pull(image, login(EngineLab.fact("LAB_REGISTRY_PASSWORD")), line -> {});
        assertThat(isThere(image)).isTrue();
        EngineLab.ssh("! grep -rqs auths /root/.docker");
    }

    @Test
    void saysThatALoginIsMissingOrWrong() {
        ImageRef image = EngineLab.privateImage("hello:1");
        assertThatThrownBy(() -> lab.engine.pull(image, Optional.empty(), line -> {}))
                .isInstanceOf(HostFailed.class)
                .satisfies(e -> assertThat(remedy(e)).contains("registry '" + image.registry() + "', username"));
        assertThatThrownBy(() -> lab.engine.pull(image, login("not-it"), line -> {}))
                .isInstanceOf(HostFailed.class)
                .hasMessageNotContaining("not-it")
                .satisfies(e -> assertThat(remedy(e)).contains("registry '" + image.registry() + "', username"));
    }

    @Test
    void saysThatARegistrySpeaksPlainHttp() {
        String registry = EngineLab.fact("LAB_REGISTRY");
        EngineLab.ssh("iptables -t nat -A OUTPUT -d " + OUT_OF_RANGE + " -p tcp -j DNAT --to " + registry);
        try {
            ImageRef image = ImageRef.parse(OUT_OF_RANGE + ":5000/hello:1");
            assertThatThrownBy(() -> lab.engine.pull(image, Optional.empty(), line -> {}))
                    .isInstanceOf(HostFailed.class)
                    .satisfies(e ->
                            assertThat(remedy(e)).contains("registry '" + OUT_OF_RANGE + ":5000', insecure: true"));
        } finally {
            EngineLab.ssh("iptables -t nat -D OUTPUT -d " + OUT_OF_RANGE + " -p tcp -j DNAT --to " + registry);
        }
    }

    @Test
    void saysThatARegistryCannotBeReached() {
        ImageRef image = ImageRef.parse(EngineLab.fact("LAB_REGISTRY").replace(":5000", ":5999") + "/hello:1");
        assertThatThrownBy(() -> lab.engine.pull(image, Optional.empty(), line -> {}))
                .isInstanceOf(HostFailed.class)
                .satisfies(e -> assertThat(remedy(e)).contains("The host itself must reach the registry"));
    }

    private boolean isThere(ImageRef image) {
        return lab.engine.observe(interest().images(image).done()).image(image).isPresent();
    }

    private static Optional<RegistrySpec.Login> login(String password) {
        return Optional.of(new RegistrySpec.Login(EngineLab.fact("LAB_REGISTRY_USER"), Secret.of(password)));
    }

    private static String remedy(Throwable failure) {
        return ((DockdslException) failure).remedy();
    }
}
