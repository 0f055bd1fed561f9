package dockdsl.run;

import dockdsl.host.Command;
import java.time.Duration;

/**
 * The part of ledgers that runs on the host.
 *
 * <p>A site's ledger belongs to root and to the group of the engine's users, who can see all that is in it by asking the engine. A
 * user who may not write there, and has no way to root, keeps one that only he can read. What is read is both; never another user's, who may be
 * nobody to this engine.
 */
final class LedgerScript {
    /** Stands before the lines of each file. */
    static final String FILE = "dockdsl-ledger";

    /** Stands before all of them while a run of the site is at work. */
    static final String BUSY = "dockdsl-busy";

    private static final int MOST_BYTES = 4 << 20;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final String PLACES = """
            shared=/var/lib/dockdsl
            own=${XDG_STATE_HOME:-$HOME/.local/state}/dockdsl
            may_sudo() { command -v sudo >/dev/null && sudo -n true </dev/null 2>/dev/null; }
            """;

    private static final String SHOW = """
            for file in "$shared"/*/ledger.jsonl "$own"/*/ledger.jsonl; do
              [ -f "$file" ] && [ -r "$file" ] || continue
              echo dockdsl-ledger
              tail -c "$most" "$file"
              echo
            done
            """;

    /** Only a lock that has a holder's name in it is tried, lest whoever wants a free one finds it taken at that moment. */
    private static final String TELL_WHETHER_BUSY = """
            [ -k /run/lock ] && lock=/run/lock/dockdsl-$site.lock || lock=/tmp/dockdsl-$site.lock
            if [ -f "$lock" ] && [ -r "$lock" ] && [ -s "$lock" ] && command -v flock >/dev/null &&
              ! (exec 9<"$lock"; flock -n -s 9); then
              echo dockdsl-busy
            fi
            """;

    /**
     * Ends what a full disk or a lost connection left as half a line before it adds one. When the file has grown too large, it
     * forgets runs from which nothing can be made again before those from which something can, and all beginnings, lest one stays
     * whose end is forgotten.
     */
    private static final String ADD = """
            [ "$base" = "$shared" ] && umask 007 || umask 077
            if [ "$(id -u)" = 0 ] && [ "$base" = "$shared" ]; then
              mkdir -p -m 755 "$shared" || exit
              [ -d "$shared/$site" ] || mkdir -m 700 "$shared/$site" || exit
              chgrp docker "$shared/$site" 2>/dev/null && chmod 2770 "$shared/$site"
            else
              mkdir -p "$base/$site" || exit
            fi
            file=$base/$site/ledger.jsonl
            exec 9<"$base/$site" || exit
            if command -v flock >/dev/null; then flock -w 10 9; fi
            if [ -L "$file" ]; then echo "$file is a link" >&2; exit 1; fi
            if [ -s "$file" ] && [ -n "$(tail -c 1 "$file")" ]; then echo >>"$file" || exit; fi
            cat >>"$file" || exit
            if [ "$(wc -c <"$file")" -gt "$most" ]; then
              grep -v -e '"blueprint":' -e '"result":"cut off"' "$file" | tail -n 200 >"$file.new" &&
              grep '"blueprint":' "$file" | tail -c $((most / 2)) | tail -n +2 >>"$file.new" &&
              mv "$file.new" "$file" || rm -f "$file.new"
            fi
            """;

    private static final String ARGUMENTS = "shared=$1 own=$2 most=$3\n";
    private static final String MORE_ARGUMENTS = ARGUMENTS + "base=$4 site=$5\n";

    private LedgerScript() {}

    /** Prints what can be read, of all sites. */
    static Command read(String site) {
        String script = """
                site=%s most=%d
                %s
                %s
                if [ "$(id -u)" != 0 ] && [ -d "$shared/$site" ] && [ ! -r "$shared/$site" ] && may_sudo; then
                  exec sudo -n sh -c %s - "$shared" "$own" "$most"
                fi
                %s""".formatted(
                Command.quoted(site), MOST_BYTES, PLACES, TELL_WHETHER_BUSY, Command.quoted(ARGUMENTS + SHOW), SHOW);
        return Command.script(script).called("the script that reads the ledger").within(LONGEST);
    }

    /** Adds what it reads, a line with a line break, and prints as {@link #read} does. */
    static Command add(String site, byte[] line) {
        String script =
                """
                site=%s most=%d
                %s
                work=%s
                if [ "$(id -u)" = 0 ] || [ -w "$shared/$site" ]; then
                  exec sh -c "$work" - "$shared" "$own" "$most" "$shared" "$site"
                elif may_sudo; then
                  exec sudo -n sh -c "$work" - "$shared" "$own" "$most" "$shared" "$site"
                fi
                exec sh -c "$work" - "$shared" "$own" "$most" "$own" "$site"
                """.formatted(Command.quoted(site), MOST_BYTES, PLACES, Command.quoted(MORE_ARGUMENTS + ADD + SHOW));
        return Command.script(script)
                .called("the script that writes the ledger")
                .within(LONGEST)
                .reading(line);
    }
}
