package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.host.QuietSession;
import dockdsl.problem.DockdslException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EngineApiTest {
    private final EngineApi api = new EngineApi((QuietSession) () -> "web1");

    @Test
    void whoFellSilentIsToldByWhatItWasAbout() {
        Call start = Call.post("start the container web", Target.of("containers", "web", "start"));
        Call pull = Call.post("pull app:1", Target.of("images", "create"))
                .within(Duration.ofMinutes(5))
                .from("registry:5000");

        assertThat(silence(start))
                .hasMessage("could not start the container web: the engine did not answer within 60 seconds")
                .satisfies(e -> assertThat(e.remedy()).contains("systemctl status docker"));
        assertThat(silence(pull))
                .hasMessage("could not pull app:1: nothing came from the registry registry:5000 for 300 seconds")
                .satisfies(e -> assertThat(e.remedy()).contains("must reach the registry"));
    }

    private DockdslException silence(Call call) {
        return (DockdslException) api.broken(call, new SocketTimeoutException());
    }
}
