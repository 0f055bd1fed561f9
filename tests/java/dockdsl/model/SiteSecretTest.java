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
