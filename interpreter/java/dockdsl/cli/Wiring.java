package dockdsl.cli;

import dockdsl.bootstrap.Bootstrapper;
import dockdsl.docker.DockerEngineConnector;
import dockdsl.docker.JsonReader;
import dockdsl.host.EngineConnector;
import dockdsl.host.HostConnector;
import dockdsl.host.Shell;
import dockdsl.ledger.LedgerText;
import dockdsl.ssh.SshConnector;
import dockdsl.ssh.SshSettings;
import java.util.function.Function;

/** Which class stands behind which interface; tests put others in. */
record Wiring(
        Function<SshSettings, HostConnector> hosts,
        EngineConnector engines,
        Bootstrapper bootstrapper,
        LedgerText ledgers,
        Shell here) {
    /** The same with other ways to hosts. */
    Wiring over(Function<SshSettings, HostConnector> otherHosts) {
        return new Wiring(otherHosts, engines, bootstrapper, ledgers, here);
    }

    /** SSH and Docker. */
    static Wiring real() {
        return new Wiring(
                SshConnector::new,
                new DockerEngineConnector(),
                new Bootstrapper(JsonReader::parse),
                new LedgerText(JsonReader::parse),
                new ShellHere());
    }
}
