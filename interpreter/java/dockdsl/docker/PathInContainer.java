package dockdsl.docker;

import dockdsl.docker.http.Body;
import dockdsl.value.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** What is at a path of a container, running or not. */
record PathInContainer(EngineApi api, String container, String path) {
    private static final String STAT = "X-Docker-Container-Path-Stat";

    /** Of the file modes of Go, in which the engine answers. */
    private static final long FOLDER = 1L << 31;

    Optional<Boolean> isFolder() {
        Optional<Tree> stat = stat(path);
        if (stat.isPresent() && !stat.get().text("linkTarget").isEmpty()) {
            stat = stat(stat.get().text("linkTarget"));
        }
        return stat.map(found -> (found.number("mode") & FOLDER) != 0);
    }

    private Optional<Tree> stat(String at) {
        Target target = Target.of("containers", container, "archive").with("path", at);
        Call call = new Call(
                "look at " + at + " in the container " + container,
                "HEAD",
                target,
                Map.of(),
                Body.NONE,
                EngineApi.USUAL_PATIENCE,
                "");
        try {
            return api.read(call, answer -> answer.header(STAT))
                    .map(text ->
                            JsonReader.object(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8)));
        } catch (EngineRefused refused) {
            if (refused.hasStatus(Refusal.NOT_FOUND)) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
