package dockdsl.inventory;

import dockdsl.value.Secret;
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
        return NAMES.contains(variable) && !(value instanceof EncryptedValue) && !(value instanceof Secret)
                ? Secret.of(String.valueOf(value))
                : value;
    }
}
