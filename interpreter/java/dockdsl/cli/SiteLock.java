package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.lockfile.LockFile;
import dockdsl.lockfile.LockFileReader;
import dockdsl.lockfile.Lockable;
import dockdsl.model.Site;
import dockdsl.problem.Problems;
import java.nio.file.Path;

/** The lock file that goes with a site file. */
final class SiteLock {
    private SiteLock() {}

    /**
     * Nothing for commands that neither make nor compare anything, so that they don't stumble over a broken one.
     *
     * @throws dockdsl.problem.SiteRejected with all that is wrong in it, and with what {@code --locked} misses in it
     */
    static LockFile of(Path siteFile, Site site, Invocation invocation) {
        Path file = LockFile.beside(siteFile, site.environment());
        if (!invocation.command().readsLock()) {
            return LockFile.empty(file);
        }
        LockFile lock = LockFileReader.read(file);
        if (invocation.has(Option.LOCKED)) {
            Problems missing = new Problems();
            missing.addAll(Lockable.missing(site, lock, command(siteFile, site)));
            missing.throwIfAny();
        }
        return lock;
    }

    private static String command(Path siteFile, Site site) {
        return "dockdsl lock " + siteFile
                + site.environment().map(name -> " -E " + name).orElse("");
    }
}
