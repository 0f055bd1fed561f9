package dockdsl.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.host.Command;
import dockdsl.host.Duplex;
import dockdsl.host.HostConnector;
import dockdsl.host.HostSession;
import dockdsl.host.QuietSession;
import dockdsl.model.Host;
import dockdsl.problem.HostUnreachable;
import dockdsl.problem.SourceRef;
import dockdsl.ssh.SshSettings;
import dockdsl.value.Secret;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptSessionsTest {
    private static final SshSettings SETTINGS = SshSettings.ofUser(Path.of("/nowhere"), "somebody", Map.of());
    private static final Host WEB = host("web1", "10.0.0.1");

    private final List<String> diary = new ArrayList<>();
    private boolean alive = true;
    private int refreshed;
    private final KeptSessions kept = new KeptSessions(settings -> new DiaryConnector());

    private static Host host(String name, String address) {
        return new Host(
                name,
                new LinkedHashSet<>(),
                Map.of(),
                Host.Ssh.to(address),
                Optional.empty(),
                SourceRef.startOf("hosts.groovy"));
    }

    @Test
    void theNextCommandFindsTheSessionOfTheOneBefore() {
        for (int command = 0; command < 3; command++) {
            try (HostConnector connector = kept.apply(SETTINGS)) {
                assertThat(connector.connect(WEB).isOpen()).isTrue();
            }
        }
        assertThat(diary).containsExactly("log in to 10.0.0.1");
    }

    @Test
    void aSessionThatDoesNotAnswerIsMadeAnew() {
        kept.apply(SETTINGS).connect(WEB);
        alive = false;
        kept.apply(SETTINGS).connect(WEB);
        assertThat(diary).containsExactly("log in to 10.0.0.1", "leave 10.0.0.1", "log in to 10.0.0.1");
    }

    @Test
    void aHostThatMovedIsLoggedInToAnew() {
        kept.apply(SETTINGS).connect(WEB);
        kept.apply(SETTINGS).connect(host("web1", "10.0.0.2"));
        assertThat(diary).containsExactly("log in to 10.0.0.1", "leave 10.0.0.1", "log in to 10.0.0.2");
    }

    @Test
    void theEndOfACommandClosesWhatItOpenedAndNothingElse() {
        HostConnector connector = kept.apply(SETTINGS);
        HostSession session = connector.connect(WEB);
        session.start(Command.script("flock"));
        connector.close();
        assertThat(diary).containsExactly("log in to 10.0.0.1", "close flock");
        assertThat(session.isOpen()).isFalse();
        assertThatThrownBy(() -> session.start(Command.script("more"))).isInstanceOf(HostUnreachable.class);
    }

    @Test
    void whatDoesNotEndIsCut() {
        kept.apply(SETTINGS).connect(WEB);
        kept.drop();
        assertThat(diary).containsExactly("log in to 10.0.0.1", "leave 10.0.0.1");
    }

    @Test
    void theNextCommandTriesAgainWhatFailed() {
        kept.apply(SETTINGS);
        assertThat(refreshed).isZero();
        kept.apply(SETTINGS);
        assertThat(refreshed).isEqualTo(1);
    }

    @Test
    void newPasswordsAreForNewLogins() {
        kept.apply(SETTINGS).connect(WEB);
        kept.apply(SETTINGS.with(Optional.of(Secret.of("open sesame")), Optional.empty()))
                .connect(WEB);
        kept.close();
        assertThat(diary)
                .containsExactly(
                        "log in to 10.0.0.1", "leave 10.0.0.1", "stop", "log in to 10.0.0.1", "leave 10.0.0.1", "stop");
    }

    private final class DiaryConnector implements HostConnector {
        @Override
        public String address(Host host) {
            return "10.0.0.1";
        }

        @Override
        public void refresh() {
            refreshed++;
        }

        @Override
        public HostSession connect(Host host) {
            alive = true;
            String address = ((Host.Ssh) host.access()).address();
            diary.add("log in to " + address);
            return new DiarySession(host.name(), address);
        }

        @Override
        public void close() {
            diary.add("stop");
        }
    }

    private final class DiarySession implements QuietSession {
        private final String host;
        private final String address;

        DiarySession(String host, String address) {
            this.host = host;
            this.address = address;
        }

        @Override
        public String host() {
            return host;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean answers(Duration longest) {
            return alive;
        }

        @Override
        public Duplex start(Command command) {
            return new DiaryDuplex(command.script());
        }

        @Override
        public void close() {
            diary.add("leave " + address);
        }
    }

    private final class DiaryDuplex implements Duplex {
        private final String name;

        DiaryDuplex(String name) {
            this.name = name;
        }

        @Override
        public InputStream input() {
            return InputStream.nullInputStream();
        }

        @Override
        public OutputStream output() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void closeOutput() {}

        @Override
        public void readTimeout(Duration timeout) {}

        @Override
        public void close() {
            diary.add("close " + name);
        }
    }
}
