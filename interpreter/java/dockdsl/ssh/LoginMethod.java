package dockdsl.ssh;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A way to prove who logs in; in the order in which they are tried unless the configuration prefers another. */
enum LoginMethod {
    KEYS("publickey", "PubkeyAuthentication"),
    PASSWORD("password", "PasswordAuthentication"),
    ANSWERS("keyboard-interactive", "KbdInteractiveAuthentication");

    private static final String PREFERRED = "PreferredAuthentications";

    private final String inSsh;
    private final String keyword;

    /**
     * @param inSsh the name in the protocol
     * @param keyword of the configuration, by which it can be forbidden
     */
    LoginMethod(String inSsh, String keyword) {
        this.inSsh = inSsh;
        this.keyword = keyword;
    }

    String inSsh() {
        return inSsh;
    }

    /** Those that the configuration leaves, the one to try first first. */
    static List<LoginMethod> leftBy(SshConfigSettings said) {
        return said.first(PREFERRED)
                .map(names -> Stream.of(names.split(",")).flatMap(LoginMethod::named))
                .orElse(Stream.of(values()))
                .filter(method -> !said.isOff(method.keyword))
                .toList();
    }

    private static Stream<LoginMethod> named(String name) {
        return Stream.of(values()).filter(method -> method.inSsh.equals(name));
    }

    /** The line of the configuration that rules it out, with its place. */
    Optional<String> ruledOutBy(SshConfigSettings said) {
        return leftBy(said).contains(this) ? Optional.empty() : said.line(said.isOff(keyword) ? keyword : PREFERRED);
    }
}
