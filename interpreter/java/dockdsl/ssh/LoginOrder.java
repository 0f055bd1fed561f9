package dockdsl.ssh;

import java.util.stream.Collectors;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;

/** Lets a session log in only by the methods that its destination wants, and in their order. */
final class LoginOrder implements SessionListener {
    /** An empty list would mean all of them to MINA. */
    private static final String NO_METHOD = "none";

    /** Earlier than the session is whole, since MINA asks for the order while it makes it. */
    @Override
    public void sessionEstablished(Session session) {
        var methods = Attempt.of(session).destination().methods().stream()
                .map(LoginMethod::inSsh)
                .collect(Collectors.joining(","));
        CoreModuleProperties.PREFERRED_AUTHS.set(session, methods.isEmpty() ? NO_METHOD : methods);
    }
}
