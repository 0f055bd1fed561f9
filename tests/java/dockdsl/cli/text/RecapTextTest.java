package dockdsl.cli.text;

import dockdsl.cli.Golden;
import dockdsl.run.Recap;
import dockdsl.run.Recap.Outcome;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class RecapTextTest {
    @Test
    void aRecapHasTheShapeThatScriptsKnow() {
        SequencedMap<String, Outcome> hosts = new LinkedHashMap<>();
        hosts.put("web1", new Outcome(4, 1, false, 0, 0));
        hosts.put("web2.a-host-with-a-very-long-name.example.com", new Outcome(0, 0, true, 0, 0));
        hosts.put("db1", new Outcome(12, 0, false, 1, 2));

        Golden.check("recap.txt", RecapText.of(new Recap(hosts)));
    }
}
