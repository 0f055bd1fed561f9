package dockdsl.plan;

import dockdsl.model.BuildSpec;
import dockdsl.value.Check;
import dockdsl.value.Hook;
import dockdsl.value.ImageRef;
import dockdsl.value.Parcel;
import dockdsl.value.Secret;
import dockdsl.value.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One effect on one host: a call of the engine, or the wait for an answer. Containers go by name. */
public sealed interface Action {
    record CreateNetwork(String name, Tree body) implements Action {}

    record RemoveNetwork(String name) implements Action {}

    record CreateVolume(String name, Tree body) implements Action {}

    record RemoveVolume(String name) implements Action {}

    /** Removes it unless a container uses it. */
    record RemoveUnusedVolume(String name) implements Action {}

    /** @param platform what it shall be made for; empty for the host's own */
    record PullImage(ImageRef image, Optional<String> platform) implements Action {
        /** For the host's own platform. */
        public PullImage(ImageRef image) {
            this(image, Optional.empty());
        }
    }

    /** Gives an image that is there another name. @param image its Id or a name */
    record TagImage(String image, ImageRef name) implements Action {}

    /** Takes a name from an image, and with its last name the image itself; an Id takes the image. */
    record RemoveImage(String image) implements Action {}

    /**
     * @param gather a script of the folder that runs on the host before and leaves further files; empty for none
     * @param platform what it shall be made for; empty for the host's own
     */
    record BuildImage(ImageRef image, BuildSpec build, Optional<String> gather, Optional<String> platform)
            implements Action {}

    /**
     * @param body of {@code POST /containers/create}, without secrets
     * @param secretVariables what is added to its environment, by name
     */
    record CreateContainer(String name, Tree body, Map<String, Secret> secretVariables) implements Action {
        public CreateContainer {
            secretVariables = Map.copyOf(secretVariables);
        }

        public CreateContainer(String name, Tree body) {
            this(name, body, Map.of());
        }

        /** The body with the secrets in it, for the engine and nobody else. */
        public Tree revealed() {
            if (secretVariables.isEmpty()) {
                return body;
            }
            List<String> env = new ArrayList<>(body.texts("Env"));
            secretVariables.forEach((variable, secret) -> env.add(variable + "=" + secret.revealText()));
            return body.with("Env", env);
        }
    }

    /** Unpacks files into a folder of a container, which need not run. */
    record PutFiles(String container, String folder, Parcel parcel) implements Action {}

    /** @param body of {@code POST /containers/ID/update} */
    record UpdateContainer(String name, Tree body) implements Action {}

    record StartContainer(String name) implements Action {}

    record StopContainer(String name, Duration patience) implements Action {}

    record RestartContainer(String name, Duration patience) implements Action {}

    /** Lets one run on that somebody paused. */
    record ResumeContainer(String name) implements Action {}

    record RenameContainer(String from, String to) implements Action {}

    /** Removes it, running or not, its anonymous volumes too when told so. */
    record RemoveContainer(String name, boolean anonymousVolumes) implements Action {}

    /** @param endpoint an {@code EndpointSettings} object */
    record ConnectNetwork(String network, String container, Tree endpoint) implements Action {}

    record DisconnectNetwork(String network, String container) implements Action {}

    /** Waits until it runs and, when it has a health check, is healthy. */
    record AwaitWell(String container, Duration within) implements Action {}

    /** Waits until the check holds. */
    record AwaitCheck(String container, Check check) implements Action {}

    /**
     * Runs a command along with a change.
     *
     * @param container the name of the container that it is about, at that time
     * @param environment variables that tell the command what it is about
     */
    record RunHook(Hook.Moment moment, Hook hook, String container, SortedMap<String, String> environment)
            implements Action {
        public RunHook {
            environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        }
    }

    /** Gives load balancers time to notice that a container is about to stop. */
    record Drain(String container, Duration time) implements Action {}
}
