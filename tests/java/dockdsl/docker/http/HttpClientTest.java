package dockdsl.docker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.host.Duplex;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HttpClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Request GET = Request.get("/version");
    private static final Request POST = Request.post("/x", Body.NONE);

    @Test
    void keepsAConnectionForTheNextRequest() throws IOException {
        try (var engine = new FakeEngine(line -> {
                    line.request();
                    line.answer("one");
                    line.request();
                    line.answer("two").hold();
                });
                var client = engine.client()) {
            assertThat(text(client, GET)).isEqualTo("one");
            assertThat(text(client, GET)).isEqualTo("two");
        }
    }

    @Test
    void readsChunksWithExtensionsAndTrailersAndGoesOnBehindThem() throws IOException {
        try (var engine = new FakeEngine(line -> {
                    line.request();
                    line.say("HTTP/1.1 200 OK\ntransfer-encoding: Chunked\n\n5;x=y\nhello\n6\n world\n0\nT: 1\n\n");
                    line.request();
                    line.answer("next").hold();
                });
                var client = engine.client()) {
            assertThat(text(client, GET)).isEqualTo("hello world");
            assertThat(text(client, GET)).isEqualTo("next");
        }
    }

    @Test
    void takesTheEndOfTheConnectionForTheEndOfABodyWithoutLength() throws IOException {
        try (var engine = new FakeEngine(
                        line -> {
                            line.request();
                            line.say("HTTP/1.1 200 OK\n\nall of it");
                        },
                        line -> {
                            line.request();
                            line.answer("fresh").hold();
                        });
                var client = engine.client()) {
            assertThat(text(client, GET)).isEqualTo("all of it");
            assertThat(text(client, GET)).isEqualTo("fresh");
        }
    }

    @Test
    void passesOverInformationAndExpectsNoBodyWhereThereIsNone() throws IOException {
        try (var engine = new FakeEngine(line -> {
                    line.request();
                    line.say("HTTP/1.1 100 Continue\n\nHTTP/1.1 204 No Content\nApi-Version: 1.41\n\n");
                    line.request();
                    line.answer("next").hold();
                });
                var client = engine.client()) {
            try (Answer answer = client.send(POST, PATIENCE)) {
                assertThat(answer.status()).isEqualTo(204);
                assertThat(answer.header("api-version")).contains("1.41");
                assertThat(answer.body().readAllBytes()).isEmpty();
            }
            assertThat(text(client, GET)).isEqualTo("next");
        }
    }

    @Test
    void asksAgainWhatChangesNothingWhenTheEngineGaveUpTheConnection() throws IOException {
        try (var engine = new FakeEngine(
                        line -> {
                            line.request();
                            line.answer("one");
                        },
                        line -> {
                            line.request();
                            line.answer("two").hold();
                        });
                var client = engine.client()) {
            assertThat(text(client, GET)).isEqualTo("one");
            assertThat(text(client, GET)).isEqualTo("two");
        }
    }

    @Test
    void neverAsksTwiceWhatChangesSomething() throws IOException {
        try (var engine = new FakeEngine(
                        line -> {
                            line.request();
                            line.answer("one");
                        },
                        line -> {
                            line.request();
                            line.answer("must not be asked").hold();
                        });
                var client = engine.client()) {
            assertThat(text(client, GET)).isEqualTo("one");
            assertThatThrownBy(() -> text(client, POST)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void doesNotRepeatOnAFreshConnection() throws IOException {
        try (var engine = new FakeEngine(FakeEngine.Line::request, line -> {
                    line.request();
                    line.answer("must not be asked").hold();
                });
                var client = engine.client()) {
            assertThatThrownBy(() -> text(client, GET)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void tellsATruncatedBodyFromAWholeOne() throws IOException {
        try (var engine = new FakeEngine(
                        line -> {
                            line.request();
                            line.say("HTTP/1.1 200 OK\nContent-Length: 10\n\nhalf");
                        },
                        line -> {
                            line.request();
                            line.say("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhello\n");
                        });
                var client = engine.client()) {
            assertThatThrownBy(() -> text(client, GET)).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> text(client, GET)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void boundsTheWaitForAnAnswerAndForTheRestOfIt() throws IOException {
        try (var engine = new FakeEngine(FakeEngine.Line::hold, line -> {
                    line.request();
                    line.say("HTTP/1.1 200 OK\nContent-Length: 10\n\nhalf").hold();
                });
                var client = engine.client()) {
            var brief = Duration.ofMillis(50);
            assertThatThrownBy(() -> client.send(GET, brief)).isInstanceOf(SocketTimeoutException.class);
            try (Answer answer = client.send(GET, brief)) {
                assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(SocketTimeoutException.class);
            }
        }
    }

    @Test
    void sendsABatchAtOnceAndReadsTheAnswersInOrder() throws IOException {
        try (var engine = new FakeEngine(line -> {
                    var asked = List.of(line.request(), line.request(), line.request());
                    for (String first : asked) {
                        line.answer(first.split(" ")[1]);
                    }
                    line.hold();
                });
                var client = engine.client()) {
            var answers = client.sendAll(
                    List.of(Request.get("/a"), Request.get("/b"), Request.get("/c")), PATIENCE, HttpClientTest::text);
            assertThat(answers).containsExactly("/a", "/b", "/c");
        }
    }

    @Test
    void sendsWhatIsLeftOfABatchAgainWhenTheEngineEndsTheConnection() throws IOException {
        try (var engine = new FakeEngine(
                        line -> {
                            line.request();
                            line.request();
                            line.say("HTTP/1.1 200 OK\nConnection: close\nContent-Length: 1\n\na");
                        },
                        line -> {
                            line.request();
                            line.answer("b").hold();
                        });
                var client = engine.client()) {
            assertThat(client.sendAll(List.of(Request.get("/a"), Request.get("/b")), PATIENCE, HttpClientTest::text))
                    .containsExactly("a", "b");
        }
    }

    @Test
    void sendsAStreamInChunks() throws IOException {
        try (var engine = new FakeEngine(line -> {
                    line.request();
                    var chunk = List.of(line.line(), line.line(), line.line(), line.line());
                    line.answer(String.join("|", chunk)).hold();
                });
                var client = engine.client()) {
            var stream = new Body.Stream("text/plain", () -> new ByteArrayInputStream(bytes("hello")));
            assertThat(text(client, Request.post("/x", stream))).isEqualTo("5|hello|0|");
        }
    }

    @Test
    void endsItsSideOfAnUpgradedConnectionOnItsOwn() throws IOException {
        try (var engine = new FakeEngine(line -> {
                    line.request();
                    line.say("HTTP/1.1 101 UPGRADED\nConnection: Upgrade\nUpgrade: tcp\n\nhi ");
                    line.say("you said " + line.everything());
                });
                var client = engine.client();
                Answer answer = client.send(POST, PATIENCE)) {
            answer.output().write(bytes("all"));
            answer.closeOutput();
            assertThat(text(GET, answer)).isEqualTo("hi you said all");
        }
    }

    @Test
    void opensFewConnectionsAndLetsOthersWait() throws Exception {
        var asked = new CountDownLatch(ConnectionPool.MOST_CONNECTIONS);
        var underWay = new AtomicInteger();
        var most = new AtomicInteger();
        FakeEngine.Part busy = line -> {
            while (true) {
                line.request();
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                asked.countDown();
                await(asked);
                underWay.decrementAndGet();
                line.answer("ok");
            }
        };
        int requests = 12;
        // Who comes after the others are done may need a new connection.
        var parts = Collections.nCopies(requests, busy).toArray(FakeEngine.Part[]::new);
        try (var engine = new FakeEngine(parts);
                var client = engine.client()) {
            List<Future<String>> answers = new ArrayList<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < requests; i++) {
                    answers.add(threads.submit(() -> text(client, GET)));
                }
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("ok");
            }
        }
        assertThat(most).hasValue(ConnectionPool.MOST_CONNECTIONS);
    }

    @Test
    void sharesWhatItGotWhenNoMoreConnectionsAreAllowed() throws Exception {
        var dials = new AtomicInteger();
        try (var engine = new FakeEngine(line -> {
            while (true) {
                line.request();
                line.answer("ok");
            }
        })) {
            Supplier<Duplex> stingy = () -> {
                if (dials.incrementAndGet() > 1) {
                    throw new IllegalStateException("no more sessions");
                }
                return engine.dial();
            };
            try (var client = new HttpClient(stingy);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<String>> answers = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    answers.add(threads.submit(() -> text(client, GET)));
                }
                for (Future<String> answer : answers) {
                    assertThat(answer.get()).isEqualTo("ok");
                }
            }
        }
    }

    @Test
    void saysWhyThereIsNoConnectionAtAllAndTriesAgainLater() throws IOException {
        var dials = new AtomicInteger();
        try (var engine = new FakeEngine(line -> {
            line.request();
            line.answer("ok").hold();
        })) {
            Supplier<Duplex> late = () -> {
                if (dials.incrementAndGet() == 1) {
                    throw new IllegalStateException("no engine");
                }
                return engine.dial();
            };
            try (var client = new HttpClient(late)) {
                assertThatThrownBy(() -> text(client, GET)).hasMessage("no engine");
                assertThat(text(client, GET)).isEqualTo("ok");
            }
        }
    }

    @Test
    void saysWhenSomethingElseAnswers() throws IOException {
        try (var engine = new FakeEngine(line -> {
                    line.request();
                    line.say("SSH-2.0-OpenSSH_9.2\n");
                });
                var client = engine.client()) {
            assertThatThrownBy(() -> client.send(GET, PATIENCE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("what answers is no engine; it says: SSH-2.0-OpenSSH_9.2");
        }
    }

    @Test
    void refusesHeadersThatWouldBecomeTwo() {
        var request = new Request("GET", "/", Map.of("X-Registry-Auth", "a\r\nHost: b"), Body.NONE);
        assertThatThrownBy(() -> request.writeTo(new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(HttpClient client, Request request) throws IOException {
        try (Answer answer = client.send(request, PATIENCE)) {
            return text(request, answer);
        }
    }

    private static String text(Request request, Answer answer) throws IOException {
        return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
