package dockdsl.ssh;

import dockdsl.ssh.KnownHosts.Verdict;

/**
 * The key that a host showed.
 *
 * @param key in base64
 * @param fingerprint in OpenSSH's form, {@code SHA256:...}
 */
record HostKey(String type, String key, String fingerprint, Verdict verdict) {}
