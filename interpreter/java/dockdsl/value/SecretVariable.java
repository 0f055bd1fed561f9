package dockdsl.value;

import java.util.Optional;

/**
 * A variable of an inventory that is a secret: a site file can hand it on, but never write it out.
 *
 * @param where it stands, such as {@code group_vars/all.yml:3}
 * @param encrypted the text of Ansible Vault, where the variable is encrypted by itself
 * @param secret decrypted when it is first needed
 */
public record SecretVariable(String where, Optional<String> encrypted, Secret secret) {
    /** @throws Malformed always, because it would stand in the place of the value */
    @Override
    public String toString() {
        throw new Malformed(
                "the variable from " + where + " is a secret, and everybody could read it here",
                "Declare it at the top level, secret 'db_password', from: vars.NAME, and use secret('db_password') "
                        + "where a secret may stand.");
    }

    /** Variables are told apart by their place; to look at the secret would open it. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SecretVariable variable
                && where.equals(variable.where)
                && encrypted.equals(variable.encrypted);
    }

    @Override
    public int hashCode() {
        return where.hashCode();
    }
}
