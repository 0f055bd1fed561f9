package dockdsl.adhoc;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.host.LogLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogMergeTest {
    private static final Place ONE = new Place("web1", "app");
    private static final Place TWO = new Place("web2", "app");

    @Test
    void linesComeInTheOrderOfTheirStamps() throws InterruptedException {
        LogMerge merge = new LogMerge(Duration.ZERO);
        LogMerge.Source one = merge.source(ONE);
        LogMerge.Source two = merge.source(TWO);
        merge.complete();
        write(one, 1, 4, 5);
        write(two, 2, 3, 6);
        one.close();
        two.close();
        assertThat(all(merge))
                .containsExactly("1 web1/app", "2 web2/app", "3 web2/app", "4 web1/app", "5 web1/app", "6 web2/app");
    }

    @Test
    void nothingIsToldBeforeASlowSourceHasSpoken() throws InterruptedException {
        LogMerge merge = new LogMerge(Duration.ZERO);
        LogMerge.Source opening = merge.opening(Place.on("web2"));
        LogMerge.Source one = merge.source(ONE);
        write(one, 2);
        one.close();
        Errand late = Errand.begin(() -> {
            LogMerge.Source two = merge.source(TWO);
            merge.complete();
            opening.close();
            write(two, 1);
            two.close();
        });
        assertThat(all(merge)).containsExactly("1 web2/app", "2 web1/app");
        late.await();
    }

    @Test
    void aFollowedSourceThatIsSilentIsNotWaitedForVeryLong() throws InterruptedException {
        LogMerge merge = new LogMerge(Duration.ofMillis(10));
        merge.source(TWO);
        write(merge.source(ONE), 1);
        assertThat(merge.next()).extracting(entry -> entry.line().nanos()).containsExactly(1L);
    }

    @Test
    void whoWritesFasterThanIsReadWaits() throws InterruptedException {
        LogMerge merge = new LogMerge(Duration.ZERO);
        LogMerge.Source one = merge.source(ONE);
        merge.complete();
        int many = 20_000;
        Errand writer = Errand.begin(() -> {
            for (int i = 0; i < many; i++) {
                one.add(new LogLine(i, false, "x".repeat(1000)));
            }
            one.close();
        });
        assertThat(all(merge)).hasSize(many);
        writer.await();
    }

    private static void write(LogMerge.Source to, long... stamps) {
        for (long stamp : stamps) {
            to.add(new LogLine(stamp, false, "text"));
        }
    }

    private static List<String> all(LogMerge merge) throws InterruptedException {
        List<String> all = new ArrayList<>();
        for (List<LogMerge.Entry> next = merge.next(); !next.isEmpty(); next = merge.next()) {
            next.forEach(entry -> all.add(entry.line().nanos() + " " + entry.place()));
        }
        return all;
    }
}
