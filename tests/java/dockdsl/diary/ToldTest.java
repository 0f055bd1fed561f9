package dockdsl.diary;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.docker.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToldTest {
    private static final List<String> TROUBLES = List.of("host web2: unreachable", "container app on web1");

    @Test
    void everybodyHearsOfATroubleOnceAndOnceThatItIsOver() {
        Told told = Told.NOTHING.with("slack", TROUBLES);

        assertThat(told.news("slack", TROUBLES)).isEqualTo(new Told.News(new TreeSet<>(), new TreeSet<>()));
        assertThat(told.news("mail", TROUBLES).begun()).containsAll(TROUBLES);
        Told.News later = told.news("slack", List.of("container app on web1", "site: rejected"));
        assertThat(later.begun()).containsExactly("site: rejected");
        assertThat(later.passed()).containsExactly("host web2: unreachable");
    }

    @Test
    void isWrittenAndReadAgain(@TempDir Path folder) throws IOException {
        StateFolder state = new StateFolder(folder.resolve("shop"));
        Told told = Told.NOTHING.with("slack", TROUBLES).with("mail", List.of());

        told.write(state);

        assertThat(Told.read(state, JsonReader::parse)).isEqualTo(told);
        assertThat(told.only(Set.of("mail")).troubles()).containsOnlyKeys("mail");
    }
}
