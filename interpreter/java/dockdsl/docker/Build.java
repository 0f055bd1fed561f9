package dockdsl.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import dockdsl.model.BuildContext;
import dockdsl.model.BuildSpec;
import dockdsl.model.RegistrySpec;
import dockdsl.observed.StoredImage;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostFailed;
import dockdsl.problem.RunInterrupted;
import dockdsl.value.ImageRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Builds an image on the host with docker-java's typed command, whose start is slow but nothing beside a build. */
record Build(
        EngineApi api,
        ImageRef image,
        BuildSpec build,
        Optional<String> platform,
        String site,
        byte[] gathered,
        Map<String, RegistrySpec.Login> logins) {
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int OK = 200;

    void run(Consumer<String> progress) {
        try (TarStream folder = TarStream.of(BuildContext.of(build.folder()), gathered);
                DockerClient docker = DockerJavaTransport.client(api);
                BuildLog log = new BuildLog(progress)) {
            start(docker, folder, log);
            log.await(LONGEST);
        } catch (ExecutionException e) {
            throw explained(e.getCause());
        } catch (TimeoutException e) {
            throw failed("it did not end within " + LONGEST.toHours() + " hours", e);
        } catch (IOException | UncheckedIOException e) {
            throw explained(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("the build of " + image + " was interrupted", "", e);
        }
    }

    private void start(DockerClient docker, TarStream folder, BuildLog log) {
        BuildImageCmd command = docker.buildImageCmd(folder);
        platform.ifPresent(command::withPlatform);
        command.withTags(Set.of(image.toString()))
                .withLabels(Map.of(BuildSpec.LABEL, build.fingerprint(), StoredImage.BUILT_FOR, site))
                .withBuildAuthConfigs(authConfigurations())
                .withRemove(true)
                .withForcerm(true)
                .exec(log);
    }

    private AuthConfigurations authConfigurations() {
        AuthConfigurations all = new AuthConfigurations();
        logins.forEach((registry, login) -> all.addConfig(new AuthConfig()
                .withRegistryAddress(registry)
                .withUsername(login.username())
                .withPassword(login.password().revealText())));
        return all;
    }

    private DockdslException explained(Throwable cause) {
        return switch (cause) {
            case DockdslException known -> known;
            case DockerException refused -> failed(Refusal.message(refused.getMessage()), refused);
            case UncheckedIOException broken -> explained(broken.getCause());
            default -> failed(cause.getMessage(), cause);
        };
    }

    private HostFailed failed(String why, Throwable cause) {
        Refusal refusal = new Refusal(OK, why);
        return new HostFailed(
                api.host(), "could not build " + image + ": " + why, Remedies.of(refusal, image.registry()), cause);
    }
}
