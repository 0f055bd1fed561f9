package dockdsl.docker;

import dockdsl.problem.HostFailed;
import dockdsl.value.Tree;
import java.util.List;
import java.util.Optional;

/** Finds out who has the port that a container could not get. */
record PortClash(EngineApi api) {
    private static final String CLASH = "port is already allocated";

    /** @return the refusal, with the name of the container that has the port when that is the trouble */
    HostFailed explained(String container, EngineRefused refused) {
        return refused.says(CLASH)
                ? refused.port()
                        .map(port -> explained(container, refused, port))
                        .orElse(refused)
                : refused;
    }

    private HostFailed explained(String container, EngineRefused refused, int port) {
        String failure = "could not start the container " + container + ": port " + port;
        return holder(port)
                .map(holder -> new HostFailed(
                        api.host(),
                        failure + " is published by the container " + holder + " already",
                        "Publish another port, or stop " + holder + ".",
                        refused))
                .orElseGet(() -> new HostFailed(
                        api.host(),
                        failure + " is taken, the engine says, and no container that runs has it",
                        "An engine may forget to free a port when its host goes down while a container starts. Restart it: "
                                + "`systemctl restart docker`; then apply again.",
                        refused));
    }

    private Optional<String> holder(int port) {
        Call call = Call.get("list containers", Target.of("containers", "json"));
        List<Tree> running = api.read(call, answer -> JsonReader.list(answer.body()));
        return running.stream()
                .filter(listed -> listed.trees("Ports").stream().anyMatch(one -> one.number("PublicPort") == port))
                .map(listed -> Snapshots.listed(listed).name())
                .findFirst();
    }
}
