package dockdsl.ssh;

import dockdsl.ssh.KnownHosts.Verdict;
import java.util.Optional;

/**
 * The key that a host showed.
 *
 * @param key in base64
 * @param fingerprint in OpenSSH's form, {@code SHA256:...}
 * @param certificateFault why the certificate around it was not taken, as the rest of a sentence that starts with it
 */
record HostKey(String type, String key, String fingerprint, Verdict verdict, Optional<String> certificateFault) {}
