package dockdsl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.adhoc.Place;
import dockdsl.host.ProcessList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessTextTest {
    private static final List<String> TITLES = List.of("UID", "PID", "PPID", "C", "STIME", "TTY", "TIME", "CMD");

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80})
    void processesAreToldApartOnNarrowTerminals(int width) {
        SequencedMap<Place, ProcessList> lists = new LinkedHashMap<>();
        lists.put(
                new Place("web1", "front-2"),
                new ProcessList(
                        TITLES,
                        List.of(List.of(
                                "message+", "918", "890", "0", "02:10", "?", "00:00:00", "redis-server *:6379"))));

        List<Line> lines = ProcessText.of(lists, width);

        assertThat(Line.plain(lines)).contains("front-2", "918", "redis-ser");
        assertThat(lines).allSatisfy(line -> assertThat(line.plain()).hasSizeLessThanOrEqualTo(width));
    }
}
