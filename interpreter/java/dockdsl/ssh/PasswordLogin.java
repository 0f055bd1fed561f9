package dockdsl.ssh;

import java.util.List;
import java.util.function.Supplier;
import org.apache.sshd.client.auth.AbstractUserAuthFactory;
import org.apache.sshd.client.auth.UserAuth;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractive;
import org.apache.sshd.client.auth.password.UserAuthPassword;
import org.apache.sshd.client.session.ClientSession;

/**
 * Logs in with the password of an {@link Attempt}, by one of the two methods there are for it. It is sent once, whatever
 * comes of it: hosts count wrong passwords and lock accounts.
 */
final class PasswordLogin {
    private PasswordLogin() {}

    /** The methods, to be tried after keys; without a password they do nothing. */
    static List<UserAuthFactory> methods() {
        return List.of(new Method("password", AtOnce::new), new Method("keyboard-interactive", WhenAsked::new));
    }

    private static final class AtOnce extends UserAuthPassword {
        @Override
        protected String resolveAttemptedPassword(ClientSession session, String service) {
            return Attempt.of(session).takePassword().orElse(null);
        }
    }

    /** Answers the one question whose answer is not to be shown; there is no answer to others, such as for a code. */
    private static final class WhenAsked extends UserAuthKeyboardInteractive {
        @Override
        protected boolean sendAuthDataRequest(ClientSession session, String service) throws Exception {
            return Attempt.of(session).hasPassword() && super.sendAuthDataRequest(session, service);
        }

        @Override
        protected String[] getUserResponses(
                String name, String instruction, String language, String[] questions, boolean[] shown) {
            if (questions.length == 0) {
                return new String[0];
            }
            return questions.length == 1 && !shown[0]
                    ? Attempt.of(getClientSession())
                            .takePassword()
                            .map(answer -> new String[] {answer})
                            .orElse(null)
                    : null;
        }
    }

    private static final class Method extends AbstractUserAuthFactory {
        private final Supplier<UserAuth> login;

        Method(String name, Supplier<UserAuth> login) {
            super(name);
            this.login = login;
        }

        @Override
        public UserAuth createUserAuth(ClientSession session) {
            return login.get();
        }
    }
}
