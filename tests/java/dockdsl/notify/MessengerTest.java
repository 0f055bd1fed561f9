package dockdsl.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dockdsl.docker.JsonReader;
import dockdsl.model.Notifier;
import dockdsl.model.Notifier.Way;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.SourceRef;
import dockdsl.value.Occasion;
import dockdsl.value.Secret;
import dockdsl.value.Tree;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages to real servers and programs of this machine. */
class MessengerTest {
    private static final Message MESSAGE = new Message(
            "shop",
            "production",
            "apply",
            "alice@laptop",
            Instant.parse("2026-11-21T12:00:00Z"),
            Duration.ofMillis(2_340),
            EnumSet.of(Occasion.CHANGE, Occasion.FAILURE),
            List.of("web1: replaced container web"),
            List.of("host web2: nobody answers <at all> & so on\n    Is it switched on?"),
            List.of());

    /** What a server heard. */
    private record Heard(String path, Map<String, List<String>> headers, String body) {}

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private HttpServer server;
    private int answer = 200;

    @TempDir
    private Path folder;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heard.add(new Heard(
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private Secret address(String path) {
        return Secret.of("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void tell(Way way) throws NotTold {
        tell(way, Duration.ofSeconds(10));
    }

    private void tell(Way way, Duration timeout) throws NotTold {
        Notifier notifier =
                new Notifier("them", way, EnumSet.allOf(Occasion.class), timeout, SourceRef.startOf("site.groovy"));
        new Messenger(folder, Map.of()).tell(notifier, MESSAGE);
    }

    @Test
    void aWebhookGetsADocumentAndItsHeaders() throws NotTold, InterruptedException {
        tell(new Way.Webhook(address("/hook?x=1"), new TreeMap<>(Map.of("X-Token", Secret.of("t0ken\n")))));

        Heard post = heard.take();
        assertThat(post.path()).isEqualTo("/hook?x=1");
        assertThat(post.headers().get("X-token")).containsExactly("t0ken");
        Tree document = JsonReader.parse(post.body());
        assertThat(document.text("summary"))
                .isEqualTo("shop (production): web1: replaced container web, "
                        + "failed: host web2: nobody answers <at all> & so on");
        assertThat(document.texts("occasions")).containsExactly("change", "failure");
        assertThat(document.texts("changes")).containsExactly("web1: replaced container web");
        assertThat(document.fields())
                .containsOnlyKeys(
                        "site",
                        "environment",
                        "command",
                        "machine",
                        "when",
                        "seconds",
                        "occasions",
                        "summary",
                        "changes",
                        "troubles",
                        "recovered");
    }

    @Test
    void slackGetsTextInWhichNothingIsMarkup() throws NotTold, InterruptedException {
        tell(new Way.Slack(address("/services/T0/B0/xyz")));

        assertThat(JsonReader.parse(heard.take().body()).text("text"))
                .startsWith("shop (production): ")
                .contains("&lt;at all&gt; &amp; so on\n        Is it switched on?")
                .endsWith("apply by alice@laptop at 2026-11-21T12:00:00Z, 2.3 s\n");
    }

    @Test
    void aServerThatRefusesOrIsNotThereIsTold() {
        answer = 404;
        assertThatThrownBy(() -> tell(new Way.Slack(address("/secret-path"))))
                .isInstanceOf(NotTold.class)
                .hasMessage("the server answers 404");
        server.stop(0);
        assertThatThrownBy(() -> tell(new Way.Slack(address("/secret-path"))))
                .isInstanceOf(NotTold.class)
                .hasMessageStartingWith("there is no connection")
                .hasMessageNotContaining("secret-path");
        assertThatThrownBy(() -> tell(new Way.Slack(Secret.of("not an address"))))
                .isInstanceOf(NotTold.class)
                .hasMessageNotContaining("not an address");
    }

    @Test
    void aServerThatNeverAnswersIsNotWaitedFor() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Secret url = Secret.of("http://127.0.0.1:" + mute.getLocalPort() + "/");
            long start = System.nanoTime();

            assertThatThrownBy(() -> tell(new Way.Slack(url), Duration.ofSeconds(1)))
                    .isInstanceOf(NotTold.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void aProgramReadsTheMessageAndItsEnvironment() throws NotTold, IOException {
        tell(new Way.Program(List.of("cat >got; echo \"$DOCKDSL_SITE $DOCKDSL_OCCASION $DOCKDSL_SUMMARY\" >>got")));

        assertThat(folder.resolve("got"))
                .content()
                .isEqualTo(MESSAGE.text() + "shop change,failure " + MESSAGE.summary() + "\n");
    }

    @Test
    void aProgramThatFailsIsMissingOrHangsIsTold() throws IOException {
        assertThatThrownBy(() -> tell(new Way.Program(List.of("echo first; echo no such pager >&2; exit 3"))))
                .hasMessage("it ended with 3: no such pager");
        assertThatThrownBy(() -> tell(new Way.Program(List.of("no-such-program", "x"))))
                .hasMessageStartingWith("it can't be started");
        assertThatThrownBy(() -> tell(new Way.Program(List.of("echo $$ >pid; exec sleep 60")), Duration.ofSeconds(1)))
                .hasMessage("it took longer than 1s");
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        assertThat(ProcessHandle.of(pid)
                        .map(process ->
                                process.onExit().orTimeout(10, TimeUnit.SECONDS).join()))
                .satisfiesAnyOf(
                        gone -> assertThat(gone).isEmpty(),
                        ended -> assertThat(ended.orElseThrow().isAlive()).isFalse());
    }

    @Test
    void aSecretWithoutAValueIsTold() {
        Secret missing = Secret.later(() -> {
            throw new NothingToWorkOn("There is no variable HOOK.", "Set it.");
        });
        assertThatThrownBy(() -> tell(new Way.Slack(missing))).hasMessage("There is no variable HOOK.");
    }

    private static Way.Mail mail(int port, Optional<Notifier.Login> login, Optional<Boolean> tls) {
        return new Way.Mail(
                List.of("ops@example.com", "Two <two@example.com>"), Optional.empty(), "127.0.0.1", port, login, tls);
    }

    @Test
    void aMailArrives() throws NotTold, MessagingException, IOException {
        GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        try {
            tell(mail(post.getSmtp().getPort(), Optional.empty(), Optional.empty()));

            MimeMessage letter = post.getReceivedMessages()[0];
            assertThat(post.getReceivedMessages()).hasSize(2);
            assertThat(letter.getSubject()).isEqualTo(MESSAGE.summary());
            assertThat(letter.getFrom()[0]).hasToString("dockdsl@laptop");
            assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(String.valueOf(letter.getContent()).replace("\r\n", "\n").strip())
                    .isEqualTo(MESSAGE.text().strip());
        } finally {
            post.stop();
        }
    }

    @Test
    void aPasswordIsChecked() throws NotTold {
        GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        try {
            post.setUser("ci@example.com", "ci", "hunter2");
            int port = post.getSmtp().getPort();
            Notifier.Login login = new Notifier.Login("ci", Secret.of("hunter2"));

            tell(mail(port, Optional.of(login), Optional.of(false)));
            assertThat(post.getReceivedMessages()).hasSize(2);
            assertThatThrownBy(() -> tell(
                            mail(port, Optional.of(new Notifier.Login("ci", Secret.of("wrong"))), Optional.of(false))))
                    .isInstanceOf(NotTold.class)
                    .hasMessageContaining("uthentication");
            assertThatThrownBy(() -> tell(mail(port, Optional.of(login), Optional.empty())))
                    .as("never in clear text unless the site says so")
                    .isInstanceOf(NotTold.class)
                    .hasMessage("127.0.0.1:" + port + " offers no TLS (STARTTLS): nothing was sent;"
                            + " take its port for TLS, 465 as a rule, or say `tls: false`");
            assertThat(post.getReceivedMessages()).hasSize(2);
        } finally {
            post.stop();
        }
    }

    @Test
    void aMailServerThatIsNotThereIsTold() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        assertThatThrownBy(() -> tell(mail(nobody, Optional.empty(), Optional.empty())))
                .isInstanceOf(NotTold.class)
                .hasMessage("there is no connection to 127.0.0.1:" + nobody + ": it takes no connection");
    }
}
