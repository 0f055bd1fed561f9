package dockdsl.ssh;

/**
 * What a user must know to decide about a host's key.
 *
 * @param host the host's name in the inventory
 * @param address as it would be written to known_hosts: {@code name} or {@code [name]:port}
 * @param type such as {@code ssh-ed25519}
 * @param fingerprint in OpenSSH's form, {@code SHA256:...}
 */
public record UnknownHostKey(String host, String address, String type, String fingerprint) {}
