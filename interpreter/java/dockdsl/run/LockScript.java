package dockdsl.run;

import dockdsl.host.Command;
import java.time.Duration;

/**
 * The part of a lock that runs on the host: takes it if it is free, says what came of it, and holds it for as long as lines
 * come in.
 *
 * <p>The file is for every user of the host, so nothing about it is believed: it is opened to be read only, never created
 * through somebody's link, and the lock counts only if the file still has its name afterwards. It is written through {@code
 * /proc} because the kernel does not let one user open another's file in a shared folder with a plain {@code >}
 * ({@code fs.protected_regular}). {@code -k} chooses the folder by what all users see, never by what this one may do.
 */
final class LockScript {
    static final String HELD = "held";
    static final String BUSY = "busy";

    /** Stands before every line that is meant for us, whatever a login shell has to say. */
    static final String PREFIX = "dockdsl-lock ";

    private static final String SCRIPT = """
            say() { printf 'dockdsl-lock %s\\n' "$*"; }
            command -v flock >/dev/null || { say impossible 'it has no `flock`, which comes with the package util-linux'; exit; }
            command -v timeout >/dev/null || timeout() { shift; "$@"; }
            [ -k /run/lock ] && dir=/run/lock || dir=/tmp
            file=$dir/dockdsl-$site.lock
            [ -e "$file" ] || (umask 0; set -C; : >"$file")
            if [ ! -f "$file" ] || [ -L "$file" ] || [ ! -r "$file" ]; then
              say impossible "somebody put something else at $file"
              exit
            fi
            exec 9<"$file"
            if ! flock -n 9; then
              read -r holder <&9 || { sleep 1; read -r holder <&9; }
              say busy "$holder"
              exit
            fi
            if [ -L "$file" ] || [ ! "$file" -ef "/proc/$$/fd/9" ]; then
              say busy
              exit
            fi
            printf '%s\\n' "$us" >"/proc/$$/fd/9"
            say held
            while timeout "$lease" sh -c 'read -r sign' 9<&-; do say held; done
            : >"/proc/$$/fd/9"
            """;

    private LockScript() {}

    /** @param lease how long it holds the lock after the last line that came in; whole seconds */
    static String of(String site, LockHolder us, Duration lease) {
        return "site=%s us=%s lease=%d%n%s"
                .formatted(Command.quoted(site), Command.quoted(us.line()), lease.toSeconds(), SCRIPT);
    }
}
