package dockdsl.docker;

import dockdsl.host.Engine;
import dockdsl.host.HostSession;
import dockdsl.host.Interest;
import dockdsl.lab.Lab;
import dockdsl.ssh.SshConnector;
import dockdsl.ssh.SshSettings;
import dockdsl.value.ImageRef;
import dockdsl.value.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One host with a real engine, reached over SSH, on which only what tests made is left behind between them. */
final class EngineLab implements AutoCloseable {
    private static final Lab LAB = Lab.upWithRegistry("docker", "d1");
    private static final String HOST = "d1";

    final ImageRef hello = image("hello:1");
    final SshConnector connector;
    final HostSession session;
    final Engine engine;

    EngineLab(Path home, String user) {
        connector =
                new SshConnector(SshSettings.ofUser(home, "nobody", Map.of()).knowing(List.of(LAB.knownHosts())));
        session = connector.connect(LAB.host(HOST, user));
        engine = new DockerEngineConnector().engine(session);
        ssh(
                "docker ps -aq | xargs -r docker rm -fv; docker network prune -f; docker volume prune -af || docker volume prune -f");
    }

    EngineLab(Path home) {
        this(home, "root");
    }

    static ImageRef image(String name) {
        return ImageRef.parse(LAB.fact("LAB_REGISTRY") + "/" + name);
    }

    static ImageRef privateImage(String name) {
        return ImageRef.parse(LAB.fact("LAB_REGISTRY_LOGIN") + "/" + name);
    }

    static String fact(String variable) {
        return LAB.fact(variable);
    }

    static String ssh(String command) {
        return LAB.ssh(HOST, command);
    }

    static String address() {
        return LAB.address(HOST);
    }

    /** A container of hello, with its image pulled before. */
    String createHello(String name) {
        return create(name, Tree.EMPTY);
    }

    String create(String name, Tree more) {
        if (engine.observe(interest().images(hello).done()).image(hello).isEmpty()) {
            pullHello();
        }
        return engine.create(name, more.with("Image", hello.toString())).id();
    }

    void pullHello() {
        engine.pull(hello, Optional.empty(), line -> {});
    }

    static Asking interest() {
        return new Asking(Set.of(), Set.of());
    }

    /** An interest of the site {@code shop} in the making. */
    record Asking(Set<String> containers, Set<ImageRef> images) {
        Asking containers(String... names) {
            return new Asking(Set.of(names), images);
        }

        Asking images(ImageRef... names) {
            return new Asking(containers, Set.of(names));
        }

        Interest done() {
            return new Interest("shop", containers, images);
        }
    }

    @Override
    public void close() {
        engine.close();
        session.close();
        connector.close();
    }
}
