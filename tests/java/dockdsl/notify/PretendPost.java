package dockdsl.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that speaks TLS, from the beginning or when it is asked to, and notes what it hears and how. */
final class PretendPost implements AutoCloseable {
    /** What clients said, behind {@code tls} or {@code clear}; the password as it is. */
    final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    private final ServerSocket server;
    private final SSLContext tls;
    private final boolean fromTheBeginning;

    private PretendPost(SSLContext tls, boolean fromTheBeginning) throws IOException {
        this.tls = tls;
        this.fromTheBeginning = fromTheBeginning;
        this.server = fromTheBeginning
                ? tls.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress())
                : new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    static PretendPost withStartTls(SSLContext tls) throws IOException {
        return new PretendPost(tls, false);
    }

    static PretendPost behindTls(SSLContext tls) throws IOException {
        return new PretendPost(tls, true);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.startVirtualThread(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            say(client, "220 mail.example.com");
            if (converse(client, fromTheBeginning)) {
                SSLSocket covered =
                        (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), false);
                covered.setUseClientMode(false);
                converse(covered, true);
            }
        } catch (IOException gone) {
            heard.add("gone");
        }
    }

    /** @return whether TLS begins now */
    private boolean converse(Socket client, boolean covered) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add((covered ? "tls " : "clear ") + line);
            switch (line.split(" ")[0]) {
                case "EHLO" -> say(client, "250-mail.example.com", covered ? "" : "250-STARTTLS", "250 AUTH PLAIN");
                case "STARTTLS" -> {
                    say(client, "220 go ahead");
                    return true;
                }
                case "AUTH" -> say(client, "235 welcome " + user(line));
                case "DATA" -> {
                    say(client, "354 go on");
                    for (String text = in.readLine(); !text.equals("."); text = in.readLine()) {
                        heard.add((covered ? "tls| " : "clear| ") + text);
                    }
                    say(client, "250 taken");
                }
                case "QUIT" -> {
                    say(client, "221 bye");
                    return false;
                }
                default -> say(client, "250 well");
            }
        }
        return false;
    }

    private String user(String line) {
        String[] parts = new String(Base64.getDecoder().decode(line.split(" ")[2]), StandardCharsets.UTF_8).split("\0");
        heard.add("login " + parts[1] + " " + parts[2]);
        return parts[1];
    }

    private static void say(Socket client, String... lines) throws IOException {
        OutputStream out = client.getOutputStream();
        for (String line : lines) {
            if (!line.isEmpty()) {
                out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
