package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import dockdsl.plan.Change;
import dockdsl.plan.Difference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An image that is made for two platforms, on engines old and new and with both of their image stores. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PlatformIT {
    private static Lab lab;
    private static String image;

    @TempDir
    private Path folder;

    @BeforeAll
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    static void makeTheImage() {
        lab = Lab.upWithRegistry(
                "engines", "old1:docker", "web26:docker-trixie", "web28:docker-sid", "store28:docker-containerd");
        String registry = lab.fact("LAB_REGISTRY");
        image = registry + "/two:1";
        lab.ssh("web28", """
                set -e
                registry=%s
                docker pull -q $registry/hello:1
                docker rm -f made 2>/dev/null || true
                docker create --name made $registry/hello:1
                for arch in amd64 386; do
                  docker export made | docker import --platform linux/$arch \
                    -c 'CMD ["/bin/serve"]' -c 'ENV PATH=/bin' - $registry/two-$arch:1
                  docker push -q $registry/two-$arch:1
                done
                docker rm -f made
                rm -rf ~/.docker/manifests
                docker manifest create --insecure $registry/two:1 $registry/two-amd64:1 $registry/two-386:1
                docker manifest push --insecure $registry/two:1
                docker images -q $registry/two-* | xargs -r docker rmi -f
                """.formatted(registry));
    }

    @ParameterizedTest
    @ValueSource(strings = {"old1", "web26", "web28", "store28"})
    void aContainerIsOfThePlatformThatIsDeclared(String hostName) {
        lab.ssh(
                hostName,
                "docker ps -aq | xargs -r docker rm -f -v; docker images -q " + image + " | xargs -r docker rmi -f");
        LabHost host = new LabHost(lab, hostName, folder);
        String plain = site(hostName, "");
        String foreign = site(hostName, "platform 'linux/386'");

        assertThat(host.apply(plain).failures()).isEmpty();
        assertThat(host.apply(plain).plan().changes()).isEmpty();
        assertThat(host.apply(site(hostName, "platform 'x86_64'")).plan().changes())
                .as("it is so already")
                .isEmpty();

        LabHost.Applied changed = host.apply(foreign);
        assertThat(changed.failures()).isEmpty();
        assertThat(differences(changed))
                .contains(new Difference("platform", Optional.of("linux/amd64"), Optional.of("linux/386")));
        assertThat(platform(hostName)).isEqualTo("386");
        assertThat(host.apply(foreign).plan().changes()).isEmpty();
        assertThat(host.apply(site(hostName, "platform 'i386'")).plan().changes())
                .as("another spelling")
                .isEmpty();

        LabHost.Applied back = host.apply(plain);
        assertThat(back.failures()).isEmpty();
        assertThat(differences(back)).contains(new Difference("platform", Optional.of("linux/386"), Optional.empty()));
        assertThat(platform(hostName)).isEqualTo("amd64");
        assertThat(host.apply(plain).plan().changes()).isEmpty();
        assertThat(lab.docker(hostName, "inspect", "-f", "{{.State.Running}}", "app"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"old1", "web28", "store28"})
    void aPlatformThatTheImageIsNotMadeForLeavesWhatRuns(String hostName) {
        LabHost host = new LabHost(lab, hostName, folder);
        host.apply(site(hostName, ""));
        String before = lab.docker(hostName, "inspect", "-f", "{{.Id}} {{.State.StartedAt}}", "app");

        assertThat(host.apply(site(hostName, "platform 'linux/s390x'")).failures())
                .isNotEmpty();

        assertThat(lab.docker(hostName, "inspect", "-f", "{{.Id}} {{.State.StartedAt}}", "app"))
                .isEqualTo(before);
        assertThat(host.apply(site(hostName, "")).plan().changes()).isEmpty();
    }

    /** Where one name stands for several platforms, the container knows which one it is. */
    private static String platform(String hostName) {
        String own = lab.ssh(
                hostName,
                "curl -s --unix-socket /var/run/docker.sock http://docker/containers/app/json"
                        + " | grep -o '\"ImageManifestDescriptor\":{.*' | grep -o '\"architecture\":\"[a-z0-9]*' | head -1"
                        + " | cut -d'\"' -f4");
        return own.isEmpty()
                ? lab.docker(
                        hostName,
                        "image",
                        "inspect",
                        "-f",
                        "{{.Architecture}}",
                        lab.docker(hostName, "inspect", "-f", "{{.Image}}", "app"))
                : own;
    }

    private static List<Difference> differences(LabHost.Applied run) {
        return run.plan().changes().stream()
                .map(Change::differences)
                .flatMap(List::stream)
                .toList();
    }

    private static String site(String host, String settings) {
        return "site 'platforms'\ncontainer('app') { on '%s'; image '%s'; %s }\n".formatted(host, image, settings);
    }
}
