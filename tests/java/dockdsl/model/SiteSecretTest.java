package dockdsl.model;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.value.Secret;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SiteSecretTest {
    @Test
    void theSameValueHasTheSameFingerprintTomorrow() {
        assertThat(secret("hunter2").fingerprint("redis"))
                .isEqualTo(secret("hunter2").fingerprint("redis"))
                .matches("[0-9a-f]{32}");
    }

    /** Another way to a fingerprint would replace every container that has a secret. */
    @Test
    void fingerprintsAreWhatContainersOutThereHave() {
        assertThat(secret("hunter2").fingerprint("redis")).isEqualTo("5bffcb02a965bfac767474644630534c");
        assertThat(secret("x".repeat(100)).fingerprint("redis")).isEqualTo("e79fd987f7fe20dd91a6b3de68cdc826");
        byte[] noText = {(byte) 0xfe, 0, (byte) 0x80, 'A'};
        assertThat(SiteSecret.of("shop", "key", Secret.of(noText)).fingerprint("app"))
                .isEqualTo("29ae69daea57ec8bb49221f2d1a42857");
    }

    @Test
    void valuesSitesNamesAndUsersAllCount() {
        Set<String> fingerprints = new HashSet<>();
        fingerprints.add(secret("hunter2").fingerprint("redis"));
        fingerprints.add(secret("hunter3").fingerprint("redis"));
        fingerprints.add(secret("").fingerprint("redis"));
        fingerprints.add(secret("hunter2").fingerprint("web"));
        fingerprints.add(SiteSecret.of("bank", "password", Secret.of("hunter2")).fingerprint("redis"));
        fingerprints.add(SiteSecret.of("shop", "token", Secret.of("hunter2")).fingerprint("redis"));

        assertThat(fingerprints).hasSize(6);
    }

    @Test
    void bytesThatAreNoTextAreToldApart() {
        byte[] one = {(byte) 0xfe};
        byte[] other = {(byte) 0xff};

        assertThat(SiteSecret.of("shop", "key", Secret.of(one)).fingerprint("app"))
                .isNotEqualTo(SiteSecret.of("shop", "key", Secret.of(other)).fingerprint("app"));
    }

    private static SiteSecret secret(String value) {
        return SiteSecret.of("shop", "password", Secret.of(value));
    }
}
