package dockdsl.vocabulary;

import dockdsl.value.Bytes;
import dockdsl.value.Device;
import dockdsl.value.Malformed;
import dockdsl.value.Tmpfs;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the values of {@link IsolationWords} are spelled. */
final class IsolationKinds {
    private static final Pattern CAPABILITY = Pattern.compile("[A-Z0-9_]+");
    private static final Pattern WITH_VALUE = Pattern.compile(
            "(no-new-privileges|label|apparmor|seccomp|systempaths|writable-cgroups)[:=](.*)", Pattern.DOTALL);

    static final Kind<SortedSet<String>> CAPABILITIES = Kinds.set(
            "capabilities such as 'NET_ADMIN'",
            arguments -> Kinds.atLeastOne(arguments.allowing().flat(), "capabilities such as 'NET_ADMIN'").stream()
                    .map(each -> KernelNames.capability(capability(Arguments.text(each))))
                    .toList());

    static final Kind<SortedSet<String>> SECURITY_OPTIONS = Kinds.set(
            "options such as 'no-new-privileges'",
            arguments -> Kinds.atLeastOne(arguments.allowing().flat(), "options such as 'no-new-privileges'").stream()
                    .map(each -> KernelNames.securityOption(securityOption(Arguments.text(each))))
                    .toList());

    static final Kind<List<String>> CGROUP_RULES = Kind.plain(
            Kinds.TEXTS.expects(),
            arguments -> Kinds.TEXTS.read().apply(arguments).stream()
                    .map(KernelNames::cgroupRule)
                    .toList(),
            rules -> String.join(", ", rules));

    static final Kind<SortedMap<String, String>> SYSCTLS = new Kind<>(
            "names with values, such as 'net.core.somaxconn': 1024",
            List.of(),
            arguments -> {
                SortedMap<String, String> settings = Kinds.PAIRS.read().apply(arguments);
                KernelNames.sysctls(settings.keySet());
                return settings;
            },
            settings -> settings);

    static final Kind<SortedSet<Device>> DEVICES = Kinds.set(
            "devices such as '/dev/ttyUSB0'",
            arguments -> Kinds.atLeastOne(arguments.allowing().flat(), "devices such as '/dev/ttyUSB0'").stream()
                    .map(each -> Device.parse(Arguments.text(each)))
                    .toList());

    static final Kind<SortedSet<Tmpfs>> TMPFS = new Kind<>(
            "a folder, and what else is known of it: '/tmp', size: '64m'",
            List.of(),
            arguments -> Kinds.sorted(tmpfs(arguments)),
            folders -> folders.stream()
                    .collect(Collectors.toMap(Tmpfs::target, Tmpfs::show, (one, other) -> one, TreeMap::new)));

    private IsolationKinds() {}

    /** {@code NET_ADMIN}, whether it was spelled so, {@code net_admin} or {@code CAP_NET_ADMIN}. */
    static String capability(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^CAP_", "");
        if (!CAPABILITY.matcher(name).matches()) {
            throw new Malformed("'" + text + "' is not a capability", "Write its name, such as 'NET_ADMIN'.");
        }
        return name;
    }

    /** Docker takes a colon for an equals sign in some of them, and a flag with or without its value. */
    static String securityOption(String text) {
        Matcher option = WITH_VALUE.matcher(text.strip());
        if (!option.matches()) {
            return text.strip();
        }
        return option.group(1).equals("no-new-privileges") && option.group(2).equals("true")
                ? "no-new-privileges"
                : option.group(1) + "=" + option.group(2);
    }

    static List<Tmpfs> tmpfs(Arguments arguments) {
        String text =
                Arguments.text(arguments.allowing("size", "mode", "options").only("a folder such as '/tmp'"));
        int colon = text.indexOf(':');
        Tmpfs plain = Tmpfs.parse(
                colon < 0 ? text : text.substring(0, colon),
                (colon < 0 ? "" : text.substring(colon + 1)) + "," + arguments.text("options", ""));
        return List.of(new Tmpfs(
                plain.target(),
                arguments.named().containsKey("size") ? Bytes.parse(arguments.text("size", "")) : plain.size(),
                arguments.text("mode", plain.mode()),
                plain.options()));
    }
}
