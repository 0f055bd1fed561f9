package dockdsl.ssh;

import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.mac.Mac;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;

/**
 * The algorithms that are proposed, the preferred first: what any OpenSSH since 6.5 has and what is quick on a JVM that has
 * just started. ChaCha20 comes first because the JVM's quick AES needs its slow compiler.
 */
final class Algorithms {
    static final List<KeyExchangeFactory> KEY_EXCHANGES = Stream.of(
                    BuiltinDHFactories.curve25519,
                    BuiltinDHFactories.curve25519_libssh,
                    BuiltinDHFactories.ecdhp256,
                    BuiltinDHFactories.ecdhp384,
                    BuiltinDHFactories.ecdhp521,
                    BuiltinDHFactories.dhgex256,
                    BuiltinDHFactories.dhg16_512,
                    BuiltinDHFactories.dhg18_512,
                    BuiltinDHFactories.dhg14_256)
            .map(Exchange::of)
            .toList();

    static final List<NamedFactory<Cipher>> CIPHERS = List.of(
            BuiltinCiphers.cc20p1305_openssh,
            BuiltinCiphers.aes128gcm,
            BuiltinCiphers.aes256gcm,
            BuiltinCiphers.aes128ctr,
            BuiltinCiphers.aes192ctr,
            BuiltinCiphers.aes256ctr);

    static final List<NamedFactory<Mac>> MACS = List.of(
            BuiltinMacs.hmacsha256etm, BuiltinMacs.hmacsha512etm, BuiltinMacs.hmacsha256, BuiltinMacs.hmacsha512);

    static final List<NamedFactory<Signature>> PLAIN_SIGNATURES = List.of(
            BuiltinSignatures.ed25519,
            BuiltinSignatures.nistp256,
            BuiltinSignatures.nistp384,
            BuiltinSignatures.nistp521,
            BuiltinSignatures.sk_ssh_ed25519,
            BuiltinSignatures.sk_ecdsa_sha2_nistp256,
            BuiltinSignatures.rsaSHA512,
            BuiltinSignatures.rsaSHA256);

    static final List<NamedFactory<Signature>> CERTIFICATE_SIGNATURES = List.of(
            BuiltinSignatures.ed25519_cert,
            BuiltinSignatures.nistp256_cert,
            BuiltinSignatures.nistp384_cert,
            BuiltinSignatures.nistp521_cert,
            BuiltinSignatures.rsaSHA512_cert,
            BuiltinSignatures.rsaSHA256_cert);

    /** Everything a user's key may sign with. */
    static final List<NamedFactory<Signature>> SIGNATURES = Stream.concat(
                    PLAIN_SIGNATURES.stream(), CERTIFICATE_SIGNATURES.stream())
            .toList();

    private Algorithms() {}

    /**
     * The host key algorithms to propose: those of the known keys first, since a server shows only one key and a key of
     * another type would look unknown; certificates only where an authority is known, since a server prefers to show them.
     */
    static List<NamedFactory<Signature>> forHostKeys(List<String> knownTypes, boolean authorityKnown) {
        var proposed = authorityKnown ? CERTIFICATE_SIGNATURES.stream() : Stream.<NamedFactory<Signature>>empty();
        var known = PLAIN_SIGNATURES.stream().filter(factory -> isOf(factory, knownTypes));
        var others = PLAIN_SIGNATURES.stream().filter(factory -> !isOf(factory, knownTypes));
        return Stream.of(proposed, known, others)
                .flatMap(factories -> factories)
                .toList();
    }

    /** Whether hosts can prove that they have a key of this type. */
    static boolean isKnown(String keyType) {
        return PLAIN_SIGNATURES.stream().anyMatch(factory -> isOf(factory, List.of(keyType)));
    }

    private static boolean isOf(NamedFactory<Signature> factory, List<String> types) {
        var name = factory.getName();
        return types.contains(name.startsWith("rsa-") ? "ssh-rsa" : name);
    }
}
