package dockdsl.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dockdsl.lab.OwnAuthority;
import dockdsl.model.Notifier;
import dockdsl.model.Notifier.Way;
import dockdsl.problem.SourceRef;
import dockdsl.value.Occasion;
import dockdsl.value.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages over TLS to servers with certificates of authorities of our own. */
class CoveredMessagesTest {
    private static final Message MESSAGE = new Message(
            "shop",
            "",
            "apply",
            "alice@laptop",
            Instant.parse("2026-11-21T12:00:00Z"),
            Duration.ofSeconds(2),
            EnumSet.of(Occasion.CHANGE),
            List.of("web1: replaced container web"),
            List.of(),
            List.of());
    private static final Optional<Notifier.Login> LOGIN = Optional.of(new Notifier.Login("ci", Secret.of("hunter2")));

    @TempDir
    private static Path folder;

    private static OwnAuthority ours;
    private static OwnAuthority theirs;
    private static SSLContext here;
    private static SSLContext elsewhere;

    @BeforeAll
    static void makeCertificates() throws Exception {
        ours = OwnAuthority.in(folder, "ours");
        theirs = OwnAuthority.in(folder, "theirs");
        here = ours.server("IP:127.0.0.1");
        elsewhere = ours.server("DNS:mail.example.com");
    }

    private static void tell(Way way, Path trusted, Duration timeout) throws NotTold {
        Notifier notifier =
                new Notifier("them", way, EnumSet.allOf(Occasion.class), timeout, SourceRef.startOf("site.groovy"));
        new Messenger(folder, Map.of("SSL_CERT_FILE", trusted.toString())).tell(notifier, MESSAGE);
    }

    private static void tell(Way way, Path trusted) throws NotTold {
        tell(way, trusted, Duration.ofSeconds(20));
    }

    private static Way mail(int port, Optional<Boolean> tls) {
        return new Way.Mail(List.of("ops@example.com"), Optional.empty(), "127.0.0.1", port, LOGIN, tls);
    }

    @Test
    void mailAndPasswordGoUnderTlsAsSoonAsTheServerOffersIt() throws Exception {
        try (PretendPost post = PretendPost.withStartTls(here)) {
            tell(mail(post.port(), Optional.empty()), ours.file());

            assertThat(post.heard)
                    .contains("clear STARTTLS", "login ci hunter2", "tls| Subject: " + MESSAGE.summary())
                    .noneMatch(line -> line.startsWith("clear AUTH") || line.startsWith("clear|"));
        }
    }

    /** As on port 465, which tests may not have. */
    @Test
    void aServerThatSpeaksTlsFromTheBeginningIsSpokenToSo() throws Exception {
        try (PretendPost post = PretendPost.behindTls(here)) {
            new Letter(
                            (Way.Mail) mail(post.port(), Optional.empty()),
                            Duration.ofSeconds(20),
                            new Trust(Optional.of(ours.file())),
                            true)
                    .send(MESSAGE);

            assertThat(post.heard).contains("login ci hunter2", "tls| Subject: " + MESSAGE.summary());
        }
    }

    @Test
    void noPasswordIsGivenToAServerWhoseCertificateIsWrong() throws Exception {
        try (PretendPost trusted = PretendPost.withStartTls(here);
                PretendPost another = PretendPost.withStartTls(elsewhere)) {
            assertThatThrownBy(() -> tell(mail(trusted.port(), Optional.empty()), theirs.file()))
                    .isInstanceOf(NotTold.class)
                    .hasMessageStartingWith("there is no connection to 127.0.0.1:" + trusted.port()
                            + ": its certificate is not trusted on this machine: let SSL_CERT_FILE name");
            assertThatThrownBy(() -> tell(mail(another.port(), Optional.empty()), ours.file()))
                    .isInstanceOf(NotTold.class)
                    .hasMessageEndingWith(
                            "its certificate is trusted, but for another name than the one that is asked for");

            assertThat(trusted.heard).noneMatch(line -> line.contains("AUTH "));
            assertThat(another.heard).noneMatch(line -> line.contains("AUTH "));
        }
    }

    @Test
    void aServerThatWaitsForTlsWhileWeWaitForItIsNotWaitedForLong() throws Exception {
        try (PretendPost post = PretendPost.behindTls(here)) {
            assertThatThrownBy(() -> tell(mail(post.port(), Optional.empty()), ours.file(), Duration.ofSeconds(1)))
                    .isInstanceOf(NotTold.class)
                    .hasMessageMatching("it took longer than 1s|.*(?i:timed out).*");
        }
    }

    @Test
    void hooksAreReachedByHttpsAndOnlyWithTheRightCertificate() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        HttpsServer server = serve(here, heard);
        HttpsServer other = serve(elsewhere, heard);
        try {
            tell(hook(server.getAddress().getPort()), ours.file());
            assertThat(heard.take()).contains("replaced container web");

            assertThatThrownBy(() -> tell(hook(server.getAddress().getPort()), theirs.file()))
                    .isInstanceOf(NotTold.class)
                    .hasMessageStartingWith("there is no connection: its certificate is not trusted on this machine")
                    .hasMessageNotContaining("t0ken");
            assertThatThrownBy(() -> tell(hook(other.getAddress().getPort()), ours.file()))
                    .isInstanceOf(NotTold.class)
                    .hasMessageContaining("for another name");
            assertThat(heard).isEmpty();
        } finally {
            server.stop(0);
            other.stop(0);
        }
    }

    private static Way hook(int port) {
        return new Way.Webhook(Secret.of("https://127.0.0.1:" + port + "/t0ken"), new TreeMap<>());
    }

    private static HttpsServer serve(SSLContext context, BlockingQueue<String> heard) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void aServerThatNeverBeginsTlsIsNotWaitedFor() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            for (Way way : List.of(hook(mute.getLocalPort()), mail(mute.getLocalPort(), Optional.empty()))) {
                long start = System.nanoTime();
                assertThatThrownBy(() -> tell(way, ours.file(), Duration.ofSeconds(1)))
                        .isInstanceOf(NotTold.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void aFileWithoutCertificatesIsNamed() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "-----BEGIN CERTIFICATE-----\nnothing\n");
        for (Path file : List.of(empty, folder.resolve("none.pem"))) {
            assertThatThrownBy(() -> tell(hook(1), file))
                    .isInstanceOf(NotTold.class)
                    .hasMessage("no certificates of authorities can be read from " + file);
        }
    }

    @Test
    void whatIsWrongWithACertificateIsSaid() {
        assertThat(Fault.of(broken(new CertificateExpiredException("then")))).contains("its certificate has expired");
        assertThat(Fault.of(broken(new CertificateNotYetValidException("then"))))
                .hasValueSatisfying(why -> assertThat(why).contains("is this machine's clock right?"));
        assertThat(Fault.of(new IOException("something else"))).isEmpty();
    }

    private static Throwable broken(Exception cause) {
        return new IOException("handshake", new SSLHandshakeException("no").initCause(cause));
    }
}
