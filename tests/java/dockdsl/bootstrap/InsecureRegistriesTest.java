package dockdsl.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsecureRegistriesTest {
    @ParameterizedTest
    @CsvSource({
        "10.213.0.0/16, 10.213.0.1:5000, true",
        "10.213.0.0/16, 10.214.0.1:5000, false",
        "0.0.0.0/0, 192.0.2.1, true",
        "192.0.2.1/32, 192.0.2.1:5000, true",
        "registry:5000, registry:5000, true",
        "registry:5000, registry:5001, false",
        "10.0.0.0/8, registry:5000, false",
        "::1/128, 10.0.0.1, false"
    })
    void aNetworkCoversTheRegistriesInIt(String there, String wanted, boolean covered) {
        assertThat(list(there).cover(list(wanted))).isEqualTo(covered);
    }

    @Test
    void whatAnotherSiteAskedForStays() {
        assertThat(list("one:5000").and(list("two:5000")).entries()).containsExactly("one:5000", "two:5000");
    }

    private static InsecureRegistries list(String entry) {
        return new InsecureRegistries(List.of(entry));
    }
}
