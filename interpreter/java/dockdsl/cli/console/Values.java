package dockdsl.cli.console;

import dockdsl.cli.text.Line;
import dockdsl.cli.text.Visible;
import dockdsl.lang.Expressions;
import dockdsl.model.ContainerSpec;
import dockdsl.model.Host;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.Malformed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of Groovy expressions about the world. Groovy wakes with the first one. */
public final class Values {
    private Optional<Expressions> expressions = Optional.empty();

    /** @throws NothingToWorkOn when there is no value */
    public synchronized List<Line> of(String expression, World world) {
        if (expressions.isEmpty()) {
            expressions = Optional.of(new Expressions());
        }
        try {
            return expressions
                    .get()
                    .show(expression, known(world))
                    .lines()
                    .map(line -> Line.of(Visible.of(line)))
                    .toList();
        } catch (Malformed why) {
            throw new NothingToWorkOn("`" + expression + "`: " + why.getMessage() + ".", why.remedy(), why);
        }
    }

    private static Map<String, Object> known(World world) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("hosts", world.inventory().hosts().stream().map(Values::host).toList());
        known.put("groups", new ArrayList<>(world.inventory().groups()));
        known.put("vars", world.inventory().vars());
        known.put(
                "containers",
                world.site().stream()
                        .flatMap(site -> site.containers().stream())
                        .map(Values::container)
                        .toList());
        return known;
    }

    private static Map<String, Object> host(Host host) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", host.name());
        if (host.access() instanceof Host.Ssh ssh) {
            fields.put("address", ssh.address());
        }
        fields.put("groups", new ArrayList<>(host.groups()));
        fields.put("vars", host.vars());
        return fields;
    }

    private static Map<String, Object> container(ContainerSpec container) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", container.name());
        fields.put("host", container.host());
        fields.put("image", String.valueOf(container.image()));
        return fields;
    }
}
