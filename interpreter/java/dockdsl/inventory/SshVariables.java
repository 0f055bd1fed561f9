package dockdsl.inventory;

import dockdsl.model.Host;
import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;
import dockdsl.value.Secret;
import dockdsl.value.SecretVariable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What Ansible's variables say about the way to a host: {@code ansible_host}, {@code ansible_port} and so on. */
final class SshVariables {
    private static final Set<String> SSH = Set.of("ssh", "smart", "paramiko", "paramiko_ssh", "libssh", "openssh");
    private static final Set<String> YES = Set.of("true", "yes", "on", "1", "y", "t");
    private static final Set<String> NO = Set.of("false", "no", "off", "0", "n", "f", "");

    private final String host;
    private final Function<String, Optional<Written>> variables;
    private final Mistakes mistakes;

    SshVariables(String host, Function<String, Optional<Written>> variables, Mistakes mistakes) {
        this.host = host;
        this.variables = variables;
        this.mistakes = mistakes;
    }

    private record Text(String value, SourceRef where) {}

    /** @param known the way that the inventory tells in another manner; variables win */
    Host.Access access(Optional<Host.Access> known) {
        Optional<Text> connection = last("ansible_connection").map(text -> new Text(bare(text.value()), text.where()));
        if (connection.filter(text -> text.value().equals("local")).isPresent()) {
            return new Host.Embedded();
        }
        if (connection.isEmpty()
                && known.filter(Host.Embedded.class::isInstance).isPresent()) {
            return known.get();
        }
        connection.filter(text -> !SSH.contains(text.value())).ifPresent(this::tellConnection);
        Host.Ssh ssh = known.filter(Host.Ssh.class::isInstance)
                .map(Host.Ssh.class::cast)
                .orElse(Host.Ssh.to(host));
        SshArguments arguments = arguments();
        return new Host.Ssh(
                value("ansible_host", "ansible_ssh_host").orElse(ssh.address()),
                port().or(arguments::port).or(ssh::port),
                value("ansible_user", "ansible_ssh_user").or(arguments::user).or(ssh::user),
                value("ansible_private_key_file", "ansible_ssh_private_key_file")
                        .or(arguments::keyFile)
                        .or(ssh::keyFile),
                arguments.jump().or(ssh::jump),
                sudo().orElse(ssh.sudo())
                        .or(secret("ansible_become_password", "ansible_become_pass", "ansible_sudo_pass")),
                secret("ansible_password", "ansible_ssh_pass", "ansible_ssh_password")
                        .or(ssh::password),
                Stream.concat(arguments.options().stream(), ssh.options().stream())
                        .toList(),
                timeout().orElse(ssh.connectTimeout()));
    }

    private static String bare(String connection) {
        return connection.replaceFirst("^ansible\\.(builtin|netcommon)\\.", "").toLowerCase(Locale.ROOT);
    }

    private void tellConnection(Text connection) {
        mistakes.add(
                connection.where(),
                "hosts can't be reached by ansible_connection '" + connection.value() + "'",
                "dockdsl connects by SSH, or works on this machine with `local`. Leave the host out of this inventory.");
    }

    private Optional<Integer> port() {
        return number("ansible_port", "ansible_ssh_port").map(text -> {
            int port = text.value().length() > 5 ? 0 : Integer.parseInt(text.value());
            if (port < 1 || port > 65535) {
                mistakes.add(text.where(), "the port is " + text.value(), "A port is a number from 1 to 65535.");
            }
            return Math.clamp(port, 1, 65535);
        });
    }

    private Optional<Duration> timeout() {
        return number("ansible_timeout", "ansible_ssh_timeout").map(text -> {
            int seconds = text.value().length() > 4 ? 3600 : Integer.parseInt(text.value());
            return Duration.ofSeconds(Math.clamp(seconds, 1, 3600));
        });
    }

    private Optional<Text> number(String... names) {
        Optional<Text> text = last(names);
        if (text.filter(each -> !each.value().matches("\\d{1,18}")).isPresent()) {
            mistakes.add(
                    text.get().where(),
                    names[0] + " is '" + text.get().value() + "'",
                    "Write a whole number, such as 22.");
            return Optional.empty();
        }
        return text;
    }

    private Optional<Host.Sudo> sudo() {
        Optional<Text> become = last("ansible_become");
        String word = become.map(Text::value).orElse("").toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            mistakes.add(become.orElseThrow().where(), "ansible_become is '" + word + "'", "Write true or false.");
        }
        if (YES.contains(word)) {
            require("ansible_become_method", Set.of("sudo"), "dockdsl becomes root with sudo.");
            require("ansible_become_user", Set.of("root"), "dockdsl works as root, because Docker needs it.");
        }
        return become.map(text -> Host.Sudo.of(YES.contains(word)));
    }

    private void require(String name, Set<String> allowed, String why) {
        last(name)
                .filter(text -> !allowed.contains(bare(text.value())))
                .ifPresent(text -> mistakes.add(
                        text.where(),
                        name + " is '" + text.value() + "'",
                        why + " Take " + name + " out of this inventory, or set ansible_become to false."));
    }

    /** All ways to give arguments to ssh, in the order in which ssh gets them. */
    private SshArguments arguments() {
        return Stream.of("ansible_ssh_args", "ansible_ssh_common_args", "ansible_ssh_extra_args")
                .flatMap(name -> last(name).stream())
                .map(this::arguments)
                .reduce(SshArguments.NONE, SshArguments::or);
    }

    private SshArguments arguments(Text text) {
        try {
            return SshArguments.read(text.value());
        } catch (Malformed wrong) {
            mistakes.add(text.where(), wrong);
            return SshArguments.NONE;
        }
    }

    /** A password; one that can't be decrypted is a problem only of those who need it. */
    private Optional<Secret> secret(String... names) {
        return List.of(names).reversed().stream()
                .flatMap(name -> variables.apply(name).stream().flatMap(written -> switch (written.plain()) {
                    case Secret secret -> Stream.of(secret);
                    case SecretVariable variable -> Stream.of(variable.secret());
                    default -> text(name).map(text -> Secret.of(text.value())).stream();
                }))
                .findFirst();
    }

    private Optional<String> value(String... names) {
        return last(names).map(Text::value);
    }

    /** The last of these variables that is there and not empty; where there are two spellings the older one wins, as in Ansible. */
    private Optional<Text> last(String... names) {
        return List.of(names).reversed().stream()
                .flatMap(name -> text(name).stream())
                .findFirst();
    }

    private Optional<Text> text(String name) {
        Optional<Written> written = variables.apply(name);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Object value = written.get().plain();
        SourceRef where = written.get().where();
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            mistakes.add(where, name + " is " + written.get().kind(), "Write a single value.");
            return Optional.empty();
        }
        return Optional.of(new Text(template(name, Template.text(value), where), where))
                .filter(text -> !text.value().isBlank());
    }

    private String template(String name, String value, SourceRef where) {
        try {
            return new Template(host, variables).filled(value);
        } catch (Malformed wrong) {
            mistakes.add(where, name + ": " + wrong.getMessage(), wrong.remedy());
            return "";
        }
    }
}
