package dockdsl.run;

import dockdsl.host.EngineUnavailable;
import dockdsl.host.ImageUnknown;
import dockdsl.model.Pin;
import dockdsl.model.RegistrySpec;
import dockdsl.model.Site;
import dockdsl.problem.DockdslException;
import dockdsl.value.ImageRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Asks registries what tags stand for: one host asks for all, and another one where it gets no answer. */
final class Registries {
    /** A registry that so many hosts get no answer from has none. */
    private static final int MOST_TRIES = 3;

    private final Map<String, FleetHost> hosts = new LinkedHashMap<>();
    private final Site site;
    private final Parallel parallel;

    Registries(List<FleetHost> hosts, Site site, Parallel parallel) {
        hosts.forEach(host -> this.hosts.put(host.name(), host));
        this.site = site;
        this.parallel = parallel;
    }

    /**
     * Images that nobody could ask for have no entry.
     *
     * @throws dockdsl.problem.NothingToWorkOn when the password of one of their registries has no value
     */
    Map<ImageRef, Pin> ask(Map<ImageRef, List<String>> images) {
        images.keySet()
                .forEach(image ->
                        login(image).ifPresent(login -> login.password().reveal()));
        Map<ImageRef, Pin> pins = new ConcurrentHashMap<>();
        parallel.each(
                images.entrySet(),
                image -> ask(image.getKey(), image.getValue()).ifPresent(pin -> pins.put(image.getKey(), pin)));
        return pins;
    }

    private Optional<Pin> ask(ImageRef image, List<String> names) {
        Optional<Pin> answer = Optional.empty();
        int tries = 0;
        for (String name : names) {
            if (hosts.containsKey(name) && tries < MOST_TRIES) {
                try {
                    return Optional.of(new Pin.Resolved(hosts.get(name).engine().digest(image, login(image))));
                } catch (EngineUnavailable bare) {
                    continue;
                } catch (ImageUnknown none) {
                    return Optional.of(new Pin.Missing(name, none.getMessage(), none.remedy()));
                } catch (DockdslException unsaid) {
                    answer = answer.or(() -> Optional.of(new Pin.Unknown(name, unsaid.getMessage(), unsaid.remedy())));
                    tries++;
                }
            }
        }
        return answer;
    }

    private Optional<RegistrySpec.Login> login(ImageRef image) {
        return Optional.ofNullable(site.logins().get(image.registry()));
    }
}
