package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerJavaTransportIT {
    private final EngineLab lab;

    DockerJavaTransportIT(@TempDir Path home) {
        lab = new EngineLab(home);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void typedCommandsGetThroughAndInputComesToItsEnd() throws Exception {
        lab.createHello("web");
        lab.engine.start("web");
        try (EngineApi api = new EngineApi(lab.session);
                DockerClient docker = DockerJavaTransport.client(api)) {
            assertThat(docker.inspectContainerCmd("web").exec().getState().getRunning())
                    .isTrue();
            String id = docker.execCreateCmd("web")
                    .withCmd("cat")
                    .withAttachStdin(true)
                    .withAttachStdout(true)
                    .exec()
                    .getId();
            Output output = new Output();
            docker.execStartCmd(id)
                    .withStdIn(new ByteArrayInputStream("to the end".getBytes(StandardCharsets.UTF_8)))
                    .exec(output);
            assertThat(output.awaitCompletion(20, TimeUnit.SECONDS)).isTrue();
            assertThat(output.text).hasToString("to the end");
        }
    }

    private static final class Output extends ResultCallback.Adapter<Frame> {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void onNext(Frame frame) {
            text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
        }
    }
}
