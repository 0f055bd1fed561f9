package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.docker.http.FakeEngine;
import dockdsl.problem.HostFailed;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PortClashTest {
    private static final String REFUSAL =
            "driver failed programming external connectivity: Bind for 0.0.0.0:8090 failed: port is already allocated";

    @Test
    void namesWhoHasThePort() throws IOException {
        HostFailed why = explained("[{\"Id\":\"a\",\"Names\":[\"/proxy\"],\"State\":\"running\",\"Labels\":{},"
                + "\"Ports\":[{\"IP\":\"0.0.0.0\",\"PrivatePort\":80,\"PublicPort\":8090,\"Type\":\"tcp\"}]}]");

        assertThat(why)
                .hasMessage("could not start the container web: port 8090 is published by the container proxy already");
    }

    @Test
    void saysWhatToDoWhereNobodyHasIt() throws IOException {
        HostFailed why = explained("[]");

        assertThat(why).hasMessageContaining("port 8090 is taken, the engine says, and no container that runs has it");
        assertThat(why.remedy()).contains("systemctl restart docker");
    }

    private static HostFailed explained(String containers) throws IOException {
        try (FakeEngine fake = engine(containers)) {
            EngineApi api = new EngineApi(new FakeSession(fake));
            EngineRefused refused = new EngineRefused(
                    "web1", "could not start the container web", new Refusal(500, REFUSAL), "Publish another port.");
            return new PortClash(api).explained("web", refused);
        }
    }

    private static FakeEngine engine(String containers) throws IOException {
        return new FakeEngine(line -> {
            while (true) {
                line.answer(
                        line.request().split(" ")[1].endsWith("/version")
                                ? "{\"Version\":\"20\",\"ApiVersion\":\"1.41\",\"MinAPIVersion\":\"1.12\"}"
                                : containers);
            }
        });
    }
}
