package dockdsl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class ParallelTest {
    @Test
    void whatNobodyExpectedIsThrownWhenTheOthersAreDone() {
        Set<Integer> done = ConcurrentHashMap.newKeySet();

        assertThatThrownBy(() -> Parallel.atMost(2).each(List.of(1, 2, 3, 4), number -> {
                    if (number == 2) {
                        throw new IllegalStateException("a bug");
                    }
                    done.add(number);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug");
        assertThat(done).containsExactlyInAnyOrder(1, 3, 4);
    }
}
