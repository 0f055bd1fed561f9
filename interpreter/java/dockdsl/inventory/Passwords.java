package dockdsl.inventory;

import dockdsl.value.Secret;
import dockdsl.value.SecretVariable;
import java.util.Set;

/** The variables in which inventories keep passwords; nobody gets to see them. */
final class Passwords {
    private static final Set<String> NAMES = Set.of(
            "ansible_password",
            "ansible_ssh_pass",
            "ansible_ssh_password",
            "ansible_become_pass",
            "ansible_become_password",
            "ansible_sudo_pass",
            "ansible_su_pass");

    private Passwords() {}

    static Object hidden(String variable, Object value) {
        if (!NAMES.contains(variable) || value instanceof Secret) {
            return value;
        }
        return value instanceof SecretVariable known ? known.secret() : Secret.of(String.valueOf(value));
    }
}
