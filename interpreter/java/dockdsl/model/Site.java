package dockdsl.model;

import dockdsl.problem.SourceRef;
import dockdsl.value.RolloutPolicy;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything a site file wants, for every host.
 *
 * @param name unique among the sites that share a host; owns networks, volumes and containers
 * @param containers one per host and instance
 * @param environment the one that was chosen, of a site that has several
 * @param rollout how changes come over hosts where containers don't say otherwise
 * @param secrets by their names
 */
public record Site(
        String name,
        DockerSpec docker,
        List<RegistrySpec> registries,
        List<NetworkSpec> networks,
        List<VolumeSpec> volumes,
        List<ContainerSpec> containers,
        Optional<String> environment,
        RolloutPolicy rollout,
        SortedMap<String, SiteSecret> secrets,
        SourceRef where) {
    public Site {
        registries = List.copyOf(registries);
        networks = List.copyOf(networks);
        volumes = List.copyOf(volumes);
        containers = List.copyOf(containers);
        secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
    }

    /** The same site with other containers. */
    public Site with(List<ContainerSpec> others) {
        return new Site(name, docker, registries, networks, volumes, others, environment, rollout, secrets, where);
    }

    /** The same for those who only look around: whether values of secrets are as declared is left open. */
    public Site withSecretsUnseen() {
        SortedMap<String, SiteSecret> unseen = new TreeMap<>();
        secrets.forEach((secret, value) -> unseen.put(secret, value.unseen()));
        return new Site(name, docker, registries, networks, volumes, containers, environment, rollout, unseen, where);
    }

    /** The containers of one host, by name. */
    public List<ContainerSpec> on(String host) {
        return containers.stream()
                .filter(container -> container.host().equals(host))
                .sorted(Comparator.comparing(ContainerSpec::engineName))
                .toList();
    }

    /** Whom the registries of the site know us as, by their address. */
    public Map<String, RegistrySpec.Login> logins() {
        Map<String, RegistrySpec.Login> logins = new LinkedHashMap<>();
        for (RegistrySpec registry : registries) {
            registry.login().ifPresent(login -> logins.put(registry.address(), login));
        }
        return logins;
    }

    public Optional<NetworkSpec> network(String name) {
        return networks.stream().filter(network -> network.name().equals(name)).findFirst();
    }

    public Optional<VolumeSpec> volume(String name) {
        return volumes.stream().filter(volume -> volume.name().equals(name)).findFirst();
    }
}
