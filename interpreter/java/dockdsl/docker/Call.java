package dockdsl.docker;

import dockdsl.docker.http.Body;
import dockdsl.docker.http.Request;
import dockdsl.value.Json;
import dockdsl.value.Tree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * One use of the Engine API.
 *
 * @param purpose what it is for, to go on after "could not", such as {@code start the container web}
 * @param target path and query without the version
 * @param patience how long the engine may keep silent
 * @param registry the address of the registry that has a part in it; empty when none has
 */
record Call(
        String purpose,
        String method,
        Target target,
        Map<String, String> headers,
        Body body,
        Duration patience,
        String registry) {

    static Call get(String purpose, Target target) {
        return new Call(purpose, "GET", target, Map.of(), Body.NONE, EngineApi.USUAL_PATIENCE, "");
    }

    static Call delete(String purpose, Target target) {
        return new Call(purpose, "DELETE", target, Map.of(), Body.NONE, EngineApi.USUAL_PATIENCE, "");
    }

    static Call post(String purpose, Target target) {
        return new Call(purpose, "POST", target, Map.of(), Body.NONE, EngineApi.USUAL_PATIENCE, "");
    }

    static Call post(String purpose, Target target, Tree body) {
        byte[] json = Json.canonical(body).getBytes(StandardCharsets.UTF_8);
        return new Call(purpose, "POST", target, Map.of(), Body.json(json), EngineApi.USUAL_PATIENCE, "");
    }

    static Call put(String purpose, Target target, Body body) {
        return new Call(purpose, "PUT", target, Map.of(), body, EngineApi.USUAL_PATIENCE, "");
    }

    Call within(Duration silence) {
        return new Call(purpose, method, target, headers, body, silence, registry);
    }

    Call with(Map<String, String> more) {
        return new Call(purpose, method, target, more, body, patience, registry);
    }

    Call from(String registryAddress) {
        return new Call(purpose, method, target, headers, body, patience, registryAddress);
    }

    String failure() {
        return "could not " + purpose;
    }

    /** @param prefix the version as a path, such as {@code /v1.41}; empty for the engine's newest */
    Request request(String prefix) {
        return new Request(method, prefix + target, headers, body);
    }
}
