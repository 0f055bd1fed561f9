package dockdsl.docker;

import dockdsl.docker.http.Answer;
import dockdsl.model.RegistrySpec;
import dockdsl.value.ImageRef;
import dockdsl.value.Tree;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Fetches an image onto a host. What goes wrong after the answer has begun stands in the answer. */
record Pull(EngineApi api, ImageRef image, Optional<String> platform, Optional<RegistrySpec.Login> login) {

    void run(Consumer<String> progress) {
        Call call = call();
        api.read(call, answer -> {
            follow(call, answer, new PullProgress(progress));
            return true;
        });
    }

    private Call call() {
        String version = image.digest().or(image::tag).orElse("latest");
        Target target =
                Target.of("images", "create").with("fromImage", image.name()).with("tag", version);
        platform.ifPresent(wanted -> target.with("platform", wanted));
        return Call.post("pull " + image, target)
                .with(RegistryAuth.headers(login))
                .within(EngineApi.STREAM_PATIENCE)
                .from(image.registry());
    }

    private void follow(Call call, Answer answer, PullProgress progress) throws IOException {
        try (JsonReader reader = new JsonReader(answer.body())) {
            for (Optional<Tree> line = reader.next(); line.isPresent(); line = reader.next()) {
                if (line.get().has("error")) {
                    throw api.refused(
                            call, new Refusal(answer.status(), line.get().text("error")));
                }
                progress.take(line.get());
            }
        }
    }
}
