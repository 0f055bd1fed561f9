package dockdsl.ssh;

import dockdsl.model.Host;
import dockdsl.problem.HostUnreachable;
import java.util.Optional;
import java.util.regex.Pattern;

/** A host to go through, written as {@code [user@]address[:port]}; an IPv6 address with a port stands in brackets. */
record JumpText(Optional<String> user, String address, Optional<Integer> port) {
    private static final Pattern FORM = Pattern.compile(
            "(?:ssh://)?(?:(?<user>.+)@)?(?:\\[(?<six>[^\\]]+)\\]|(?<name>[^:@\\[\\]]+)|(?<bare>[0-9a-fA-F:]+))(?::(?<port>[0-9]{1,5}))?");

    /** @throws HostUnreachable when it is none of these */
    static JumpText read(String host, String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new HostUnreachable(
                    host,
                    "\"" + text + "\" is no host to jump through",
                    "Write `user@address:port` or the name of a host.");
        }
        var address = Optional.ofNullable(match.group("six"))
                .or(() -> Optional.ofNullable(match.group("name")))
                .orElseGet(() -> match.group("bare"));
        return new JumpText(
                Optional.ofNullable(match.group("user")),
                address,
                Optional.ofNullable(match.group("port")).map(Integer::valueOf));
    }

    /** @param behind the host behind it, whose patience and configuration files it shares */
    Host.Ssh access(Host.Ssh behind) {
        return new Host.Ssh(
                address,
                port,
                user,
                Optional.empty(),
                Optional.empty(),
                Host.Sudo.UNSAID,
                Optional.empty(),
                SshConfig.filesInPlace(behind.options()).stream()
                        .map(file -> "Include=\"" + file + "\"")
                        .toList(),
                behind.connectTimeout());
    }
}
