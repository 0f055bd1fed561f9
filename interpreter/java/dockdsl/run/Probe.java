package dockdsl.run;

import dockdsl.host.Duplex;
import dockdsl.host.HostSession;
import dockdsl.host.NotForwarded;
import dockdsl.problem.HostFailed;
import dockdsl.value.Check;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Knocks at a port from the host that it is on; answers are objections, empty when all is well. */
record Probe(HostSession session, Door door) {
    private static final Duration ONE_TRY = Duration.ofSeconds(5);
    private static final int LONGEST_PAGE = 1 << 20;

    Optional<String> connects() {
        try (Duplex _ = session.dialTcp(door.address(), door.port())) {
            return Optional.empty();
        } catch (NotForwarded hopeless) {
            throw hopeless;
        } catch (HostFailed refused) {
            return Optional.of(refused.getMessage());
        }
    }

    Optional<String> answers(Check.Http check) {
        try (Duplex connection = session.dialTcp(door.address(), door.port())) {
            connection.readTimeout(ONE_TRY);
            connection.output().write(request(check).getBytes(StandardCharsets.US_ASCII));
            connection.output().flush();
            return objection(check, new String(connection.input().readNBytes(LONGEST_PAGE), StandardCharsets.UTF_8));
        } catch (NotForwarded hopeless) {
            throw hopeless;
        } catch (HostFailed refused) {
            return Optional.of(refused.getMessage());
        } catch (IOException e) {
            return Optional.of(door + " does not answer: " + e.getMessage());
        }
    }

    /** HTTP/1.0, so that the end of the answer is the end of the connection. */
    private String request(Check.Http check) {
        return "GET " + check.path() + " HTTP/1.0\r\nHost: localhost\r\nUser-Agent: dockdsl\r\nAccept: */*\r\n\r\n";
    }

    private Optional<String> objection(Check.Http check, String answer) {
        int space = answer.indexOf(' ');
        if (!answer.startsWith("HTTP/") || space < 0 || answer.length() < space + 4) {
            return Optional.of(door + " does not speak HTTP");
        }
        String status = answer.substring(space + 1, space + 4);
        if (!status.equals(String.valueOf(check.status()))) {
            return Optional.of(door + " answers with status " + status);
        }
        return check.contains().isEmpty() || answer.contains(check.contains())
                ? Optional.empty()
                : Optional.of("the page does not contain '" + check.contains() + "'");
    }
}
