package dockdsl.inventory;

import dockdsl.lang.InventoryFile;
import dockdsl.lang.ScriptStore;
import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.SourceRef;
import dockdsl.problem.UsageMistake;
import dockdsl.value.HostRange;
import dockdsl.value.Malformed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what {@code -i} names: a file, by its kind, or hosts one by one. */
public final class InventoryReader {
    private static final Pattern HOST = Pattern.compile("(?:([^@\\s]+)@)?(\\[[0-9a-fA-F:]+]|[^:\\s]+)(?::(\\d{1,5}))?");

    private final ScriptStore store;

    public InventoryReader(ScriptStore store) {
        this.store = store;
    }

    /**
     * @param source the path of a file, or hosts with at least one comma: {@code h1,h2} or {@code deploy@h1:2222,}
     * @throws dockdsl.problem.NothingToWorkOn when there is no such file
     * @throws dockdsl.problem.SiteRejected with all that is wrong in the file
     * @throws UsageMistake when it is neither
     */
    public Inventory read(String source) {
        return source.contains(",") ? hosts(source) : file(Path.of(source));
    }

    private Inventory file(Path file) {
        if (file.toString().endsWith(".groovy")) {
            return new InventoryFile(store).read(file);
        }
        if (!Files.exists(file)) {
            throw new NothingToWorkOn(
                    "There is no inventory " + file + ".",
                    "Name a file, or hosts with a comma: -i 'web1,web2' or -i 'web1,'.");
        }
        throw new UsageMistake(
                "The inventory " + file + " is not in dockdsl's language.",
                "INI, YAML and programs are not read yet. Write it as .groovy: group('web') { host 'web[01:03]' }, or name hosts: -i 'web1,'.");
    }

    private static Inventory hosts(String source) {
        SequencedMap<String, Host> hosts = new LinkedHashMap<>();
        for (String part : source.split(",(?![^\\[]*])")) {
            if (!part.isBlank()) {
                expand(part.strip()).map(InventoryReader::host).forEach(host -> hosts.putIfAbsent(host.name(), host));
            }
        }
        if (hosts.isEmpty()) {
            throw new UsageMistake("-i '" + source + "' names no host.", "Write for example -i 'web1,web2'.");
        }
        return new Inventory(List.copyOf(hosts.values()), new LinkedHashSet<>(), Map.of());
    }

    private static Stream<String> expand(String part) {
        try {
            return part.startsWith("[") ? Stream.of(part) : HostRange.expand(part).stream();
        } catch (Malformed wrong) {
            throw new UsageMistake("-i: " + wrong.getMessage() + ".", wrong.remedy(), wrong);
        }
    }

    private static Host host(String text) {
        Matcher parts = HOST.matcher(text);
        Optional<Integer> port =
                parts.matches() ? Optional.ofNullable(parts.group(3)).map(Integer::parseInt) : Optional.empty();
        if (!parts.matches()
                || port.filter(number -> number < 1 || number > 65535).isPresent()) {
            throw new UsageMistake("-i: '" + text + "' is not a host.", "Write a name, or user@name:port.");
        }
        String address = parts.group(2).replaceAll("[\\[\\]]", "");
        Host.Ssh access = new Host.Ssh(
                address,
                port,
                Optional.ofNullable(parts.group(1)),
                Optional.empty(),
                Optional.empty(),
                false,
                Host.Ssh.USUAL_TIMEOUT);
        return new Host(address, new LinkedHashSet<>(), Map.of(), access, Optional.empty(), SourceRef.startOf("-i"));
    }
}
