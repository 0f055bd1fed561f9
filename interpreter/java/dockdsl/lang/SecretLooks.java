package dockdsl.lang;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what looks like a secret: by its name, or by the prefixes that issuers give their tokens so that they are found in files.
 * Mere randomness is no sign, because digests and ids have it too.
 */
final class SecretLooks {
    private static final Pattern NAME =
            Pattern.compile("(?i).*pass(?:word|wd|phrase)|(?:.*[^a-z])?(?:pass|pwd|secret|token|credentials?"
                    + "|(?:api|auth|access|secret|private|encryption|signing|account)_?key)");
    private static final Pattern CAMEL = Pattern.compile(
            ".*[a-z](?:Pass(?:word|wd|phrase)?|Secret|Token|Credentials?|(?:Api|Auth|Access|Secret|Private)Key)");
    private static final Set<String> ANSWERS = Set.of("", "0", "1", "yes", "no", "true", "false", "on", "off", "none");

    private record Sort(String name, Pattern pattern) {
        Sort(String name, String pattern) {
            this(name, Pattern.compile(pattern));
        }
    }

    private static final List<Sort> SORTS = List.of(
            new Sort("a private key", "-----BEGIN (?:[A-Z]+ ){0,3}PRIVATE KEY-----"),
            new Sort("a token of GitHub", "\\b(?:gh[pousr]_[A-Za-z0-9]{20}|github_pat_[A-Za-z0-9_]{20})"),
            new Sort("a token of GitLab", "\\bgl(?:pat|dt|rt|soat|ptt)-[A-Za-z0-9_-]{16}"),
            new Sort("an access key of AWS", "\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
            new Sort("a token of Slack", "\\bxox[abeoprs]-[A-Za-z0-9-]{10}"),
            new Sort("a key of Stripe", "\\b[rs]k_live_[A-Za-z0-9]{16}"),
            new Sort("a key of Google", "\\bAIza[A-Za-z0-9_-]{35}"),
            new Sort("a token of npm", "\\bnpm_[A-Za-z0-9]{36}"),
            new Sort("a token of PyPI", "\\bpypi-[A-Za-z0-9_-]{16}"),
            new Sort("a token of Docker Hub", "\\bdckr_[po]at_[A-Za-z0-9_-]{20}"),
            new Sort("a token of HashiCorp Vault", "\\bhv[sb]\\.[A-Za-z0-9_-]{20}"),
            new Sort("a token of DigitalOcean", "\\bdo[opr]_v1_[a-f0-9]{32}"),
            new Sort("a key of age", "\\bAGE-SECRET-KEY-1[A-Z0-9]{20}"),
            new Sort("a password in an address", "\\b[a-z][a-z0-9+.-]{1,20}://[^\\s:/@]{0,64}:[^\\s:/@$<{]{1,128}@"),
            new Sort("a password", "(?:^|\\s)--?(?:password|passwd|requirepass|token|secret)[= ][^\\s$-]"));

    private SecretLooks() {}

    /** What the value looks like by itself. */
    static Optional<String> sortOf(String value) {
        return SORTS.stream()
                .filter(sort -> sort.pattern().matcher(value).find())
                .map(Sort::name)
                .findFirst();
    }

    /** Whether a value under this name is one; not so the path of a file that has it, or an answer such as yes. */
    static boolean isNamed(String name, String value) {
        return (NAME.matcher(name).matches() || CAMEL.matcher(name).matches())
                && !value.startsWith("/")
                && !ANSWERS.contains(value.toLowerCase(Locale.ROOT));
    }
}
