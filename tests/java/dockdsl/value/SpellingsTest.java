package dockdsl.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingsTest {
    @ParameterizedTest
    @CsvSource({
        "256m, 268435456, 256m",
        "256MB, 268435456, 256m",
        "64MiB, 67108864, 64m",
        "1g, 1073741824, 1g",
        "1.5g, 1610612736, 1536m",
        "512k, 524288, 512k",
        "100, 100, 100b",
        "1024m, 1073741824, 1g"
    })
    void sizesHaveOneValueForEachSpelling(String text, long bytes, String shown) {
        assertThat(Bytes.parse(text)).isEqualTo(new Bytes(bytes)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "1x", "12 34", "-1m", "1,5g"})
    void otherTextIsNoSize(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Bytes.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 500000000, 0.5", "2, 2000000000, 2", "1.50, 1500000000, 1.5"})
    void processorsAreBillionths(String text, long nano, String shown) {
        assertThat(Cpus.parse(text)).isEqualTo(new Cpus(nano)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "5s, 5000, 5s",
        "90s, 90000, 1m30s",
        "1m30s, 90000, 1m30s",
        "1.5s, 1500, 1s500ms",
        "500ms, 500, 500ms",
        "2h, 7200000, 2h",
        "10, 10000, 10s"
    })
    void lengthsOfTimeHaveFractionsAndUnits(String text, long millis, String shown) {
        assertThat(Durations.parse(text).toMillis()).isEqualTo(millis);
        assertThat(Durations.show(Durations.parse(text))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5 s", "s", "5x", "1d"})
    void otherTextIsNoLengthOfTime(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Durations.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "redis:7.4.1, redis:7.4.1",
        "docker.io/library/redis:7.4.1, redis:7.4.1",
        "index.docker.io/library/redis:7.4.1, redis:7.4.1",
        "docker.io/amouat/proxy:1.0, amouat/proxy:1.0",
        "10.0.0.1:5000/app:1, 10.0.0.1:5000/app:1",
        "localhost/app:1, localhost/app:1",
        "registry.example.com/team/app:1.0, registry.example.com/team/app:1.0"
    })
    void imagesHaveOneNameForEachSpelling(String text, String shown) {
        assertThat(ImageRef.parse(text)).hasToString(shown).isEqualTo(ImageRef.parse(shown));
    }

    @ParameterizedTest
    @CsvSource({"redis, false", "redis:latest, false", "redis:7, true", "10.0.0.1:5000/redis, false"})
    void onlyTagsOtherThanLatestPin(String text, boolean pinned) {
        assertThat(ImageRef.parse(text).isPinned()).isEqualTo(pinned);
    }

    @Test
    void aDigestPins() {
        assertThat(ImageRef.parse("redis@sha256:" + "a".repeat(64)).isPinned()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Redis:1", "redis:", "redis@sha256:12", "a//b:1", "redis:1 2"})
    void otherTextIsNoImage(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> ImageRef.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "80, 80",
        "8080:80, 8080:80",
        "127.0.0.1:8080:80, 127.0.0.1:8080:80",
        "0.0.0.0:8080:80, 8080:80",
        "53:53/udp, 53:53/udp",
        "'[::1]:80:80', '[::1]:80:80'",
        "'[0:0:0::1]:80:80', '[::1]:80:80'",
        "127.0.0.1::80, 127.0.0.1::80"
    })
    void publishedPortsReadDockersSpellings(String text, String shown) {
        assertThat(PublishedPort.parse(text)).hasSize(1).first().hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "10.92.0.7/24, 10.92.0.0/24",
        "10.94.0.130/25, 10.94.0.128/25",
        "10.0.0.1/32, 10.0.0.1/32",
        "FD00:0:0:28::9/64, fd00:0:0:28::/64",
        "10.1.2.3/0, 0.0.0.0/0"
    })
    void aSubnetIsTheSameByAnyOfItsAddresses(String text, String shown) {
        assertThat(Subnet.parse(text)).hasToString(shown).isEqualTo(Subnet.parse(shown));
    }

    @Test
    void rangesAreExposedPortByPort() {
        assertThat(Port.range("3000-3002/udp").stream().map(Object::toString))
                .containsExactly("3000/udp", "3001/udp", "3002/udp");
        assertThat(Port.range("53/udp")).containsExactly(new Port(53, "udp"));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Port.range("5-4"));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Port.range("5-"));
    }

    /** Java takes more for addresses than engines do. */
    @ParameterizedTest
    @ValueSource(strings = {"80", "10.1", "10.0.1", "010.0.0.1", "10.0.0.256", "0x7f.0.0.1", "fe80::1%1", "db", ""})
    void otherTextIsNoAddress(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> IpAddress.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1",
        "fe80:0:0::1, fe80::1",
        "'[FE80::1]', fe80::1",
        "host-gateway, host-gateway",
        "' db ', db"
    })
    void addressesHaveOneSpelling(String text, String normal) {
        assertThat(IpAddress.normal(text)).isEqualTo(normal);
    }

    @Test
    void rangesArePublishedPortByPort() {
        assertThat(PublishedPort.parse("8000-8002:9000-9002").stream().map(Object::toString))
                .containsExactly("8000:9000", "8001:9001", "8002:9002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "70000:80",
                "80:",
                "1:2:3:4",
                "a:80",
                "80:80/xyz",
                "8000-8002:90-91",
                "5-4",
                "localhost:80:80"
            })
    void otherTextIsNoPublishedPort(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> PublishedPort.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "always, always",
        "no, no",
        "never, no",
        "unless-stopped, unless-stopped",
        "unlessStopped, unless-stopped",
        "on-failure, on-failure",
        "on-failure:5, on-failure:5"
    })
    void restartPoliciesReadDockersSpellings(String text, String shown) {
        assertThat(RestartPolicy.parse(text)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"always:3", "sometimes", "on-failure:x", "on-failure:-1", "no:1"})
    void otherTextIsNoRestartPolicy(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> RestartPolicy.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "data:/data, VOLUME, data:/data",
        "/srv//files/:/files/:ro, BIND, /srv/files:/files:ro",
        "data:/data:rw, VOLUME, data:/data",
        "'data:/data:nocopy,ro', VOLUME, 'data:/data:nocopy,ro'",
        "'/srv:/srv:ro,z,cached', BIND, '/srv:/srv:ro,z'",
        "'/srv:/srv:rslave', BIND, '/srv:/srv:rslave'",
        "'/srv:/srv:rprivate', BIND, '/srv:/srv'",
        "'/srv/./a/../b:/../data/.', BIND, '/srv/b:/data'",
        "'/srv:/srv:bind-propagation=rslave', BIND, '/srv:/srv:rslave'",
        "'/srv:/srv:bind-recursive=enabled', BIND, '/srv:/srv'",
        "'/srv:/srv:ro,bind-recursive=readonly', BIND, '/srv:/srv:recursive=readonly,ro'",
        "'/srv:/srv:bind-nonrecursive,create', BIND, '/srv:/srv:create,recursive=disabled'",
        "'/srv:/srv:z,create', BIND, '/srv:/srv:z'",
        "'data:/data:volume-subpath=./a//./b/.', VOLUME, 'data:/data:subpath=a/b'",
        "'data:/data:volume-subpath=..a/b..', VOLUME, 'data:/data:subpath=..a/b..'",
        "'data:/data:subpath=.', VOLUME, data:/data"
    })
    void mountsAreVolumesOrFolders(String text, Mount.Type type, String shown) {
        assertThat(Mount.parse(text)).hasToString(shown).extracting(Mount::type).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data",
                "data:data",
                "./x:/x",
                "data:/d:zz",
                "a b:/d",
                "data:/d:rslave",
                "/s:/d:nocopy",
                "/s:/d:z,Z",
                "/s:/d:ro,rw",
                "/s:/d:rslave,rshared",
                "/s:/d:rslave,rprivate",
                "data:/d:subpath=../x",
                "data:/d:subpath=/x",
                "data:/d:subpath=a/../..",
                "/s:/d:subpath=x",
                "data:/d:create",
                "data:/d:subpath=a,z",
                "/s:/d:recursive=writable",
                "/s:/d:recursive=no",
                "/s:/d:ro,shared,recursive=readonly",
                "data:/d:subpath=a,volume-subpath=b"
            })
    void otherTextIsNoMount(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Mount.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "linux/amd64, linux/amd64",
        "linux/x86_64, linux/amd64",
        "AMD64, linux/amd64",
        "linux/amd64/v1, linux/amd64",
        "linux/amd64/v3, linux/amd64/v3",
        "aarch64, linux/arm64",
        "linux/arm64/v8, linux/arm64",
        "arm64/8, linux/arm64",
        "linux/arm, linux/arm/v7",
        "arm/6, linux/arm/v6",
        "armhf, linux/arm/v7",
        "armel, linux/arm/v6",
        "i686, linux/386",
        "linux/s390x, linux/s390x"
    })
    void everySpellingOfAPlatformMeansTheSame(String text, String platform) {
        assertThat(Platform.parse(text)).hasToString(platform).isEqualTo(Platform.parse(platform));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "linux", "linux/", "linux/arm46", "windows/amd64", "linux/arm/v7/x", "linux/amd64/x y"})
    void otherTextIsNoPlatform(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Platform.parse(text));
    }

    @Test
    void aLineIsSplitAsAShellWould() {
        assertThat(ShellWords.split("sh -c 'echo  \"a b\"' \"x y\" a\\ b ''"))
                .isEqualTo(List.of("sh", "-c", "echo  \"a b\"", "x y", "a b", ""));
    }

    @Test
    void aBackslashBetweenDoubleQuotesStaysBeforeWhatNeedsNone() {
        assertThat(ShellWords.split("printf \"a\\n\\\"b\\\" \\$x \\\\\" '\\n' \\n"))
                .isEqualTo(List.of("printf", "a\\n\"b\" $x \\", "\\n", "n"));
    }

    @Test
    void anOpenQuoteIsNamed() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> ShellWords.split("echo 'a"))
                .withMessageContaining("not closed");
    }

    @Test
    void aSecretNeverShowsItself() {
        Secret secret = Secret.of("hunter2");

        assertThat(secret).hasToString("***");
        assertThat("x" + secret).isEqualTo("x***");
        assertThat(secret.revealText()).isEqualTo("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "TERM, SIGTERM",
        "sigterm, SIGTERM",
        "15, SIGTERM",
        "SIGCLD, SIGCHLD",
        "3, SIGQUIT",
        "34, SIGRTMIN",
        "RTMIN+3, SIGRTMIN+3",
        "37, SIGRTMIN+3",
        "SIGRTMAX-27, SIGRTMIN+3",
        "64, SIGRTMAX",
        "SIGRTMIN+29, SIGRTMAX-1"
    })
    void signalsHaveNamesAndNumbers(String text, String shown) {
        assertThat(Signal.parse(text)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "32", "65", "SIGNAL", "RTMIN-1", "RTMAX+1"})
    void otherTextIsNoSignal(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Signal.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0-1|0-1", "0,1|0-1", "1,0|0-1", "0,2-3, 4|0,2-4", "7|7"})
    void processorsAreListsAndRanges(String text, String shown) {
        assertThat(CpuSet.parse(text)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "3-1", "1-", "0-99999"})
    void otherTextIsNoListOfProcessors(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> CpuSet.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"1024, 1024", "1024:1024, 1024", "1024:2048, 1024:2048", "0:-1, 0:unlimited", "unlimited, unlimited"})
    void limitsAreSoftAndHard(String text, String shown) {
        assertThat(Ulimit.parse(text)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2:1", "-1:5", "1:2:3", "-2"})
    void otherTextIsNoLimit(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Ulimit.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/kvm, /dev/kvm:/dev/kvm:rwm",
        "/dev/kvm:wr, /dev/kvm:/dev/kvm:rw",
        "/dev/a:/dev/b, /dev/a:/dev/b:rwm",
        "/dev//a:/dev/b/:mwr, /dev/a:/dev/b:rwm"
    })
    void devicesHaveAPlaceAndPermissions(String text, String shown) {
        assertThat(Device.parse(text)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kvm", "/dev/a:x", "/dev/a:/dev/b:x", "/a:/b:r:w"})
    void otherTextIsNoDevice(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Device.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size=64m|size=64m",
                "mode=0700,size=65536k,noexec|mode=700,noexec,size=64m",
                "|usual",
                "exec,uid=5|exec,uid=5"
            })
    void foldersInMemoryAreComparedByWhatTheirWordsMean(String words, String shown) {
        Tmpfs folder = Tmpfs.parse("/tmp/", words == null ? "" : words);

        assertThat(folder.show()).isEqualTo(shown);
        assertThat(Tmpfs.parse("/tmp", folder.words())).isEqualTo(folder);
    }

    /** Sorted sets take for the same what their order does not tell apart. */
    @Test
    void whatDiffersIsNotTheSameInASet() {
        assertThat(Tmpfs.parse("/tmp", "size=1m")).isNotEqualByComparingTo(Tmpfs.parse("/tmp", "size=2m"));
        assertThat(Device.parse("/dev/a:/dev/x")).isNotEqualByComparingTo(Device.parse("/dev/b:/dev/x"));
        assertThat(Device.parse("/dev/a:r")).isNotEqualByComparingTo(Device.parse("/dev/a:w"));
    }
}
