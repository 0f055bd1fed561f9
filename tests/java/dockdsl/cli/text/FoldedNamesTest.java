package dockdsl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web1 | web1",
                "db web1 | db,web1",
                "web1 web2 web3 | web[1-3]",
                "web3 web1 web2 web7 | web[1-3,7]",
                "web01 web02 web10 | web[01-02,10]",
                "web08 web09 web10 web11 | web[08-11]",
                "web9 web10 web11 | web[9-11]",
                "web1 web01 | web1,web01",
                "a1 b1 a2 b2 | a[1-2],b[1-2]",
                "web1.eu web2.eu web1.us | web[1-2].eu,web1.us",
                "web1.eu7.example.com web2.eu7.example.com | web[1-2].eu7.example.com",
                "10.0.0.1 10.0.0.2 10.0.0.9 | 10.0.0.[1-2,9]",
                "web1-a web2-a | web[1-2]-a"
            })
    void foldsNumbersIntoRanges(String names, String folded) {
        assertThat(FoldedNames.of(List.of(names.split(" ")))).isEqualTo(folded);
    }
}
