package dockdsl.ssh;

import dockdsl.value.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.loader.openssh.OpenSSHKeyPairResourceParser;
import org.apache.sshd.common.util.security.SecurityUtils;

/** The key files of a run: one that is of use is read once, and its passphrase is asked for once at most. */
final class KeyRing {
    private final Optional<Secret> passphrase;
    private final Passphrases passphrases;
    private final Map<Path, KeyFile> files = new ConcurrentHashMap<>();

    KeyRing(Optional<Secret> passphrase, Passphrases passphrases) {
        this.passphrase = passphrase;
        this.passphrases = passphrases;
    }

    void add(Path file, KeyPair pair) {
        files.put(file, new KeyFile.Usable(pair));
    }

    /** What is in a key file, as far as that is known without asking anybody. */
    KeyFile look(Path file) {
        return files.compute(file, (path, known) -> isSettled(known) ? known : read(path));
    }

    /** Files that could not be used are read anew: somebody may have mended them. */
    private static boolean isSettled(KeyFile known) {
        return switch (known) {
            case null -> false;
            case KeyFile.Usable _, KeyFile.Locked _, KeyFile.Public _ -> true;
            case KeyFile.Exposed _, KeyFile.Unusable _ -> false;
        };
    }

    /** Files that were not unlocked are asked about anew. */
    void refresh() {
        files.values().removeIf(KeyFile.Locked.class::isInstance);
    }

    /** Asks for the passphrase of a locked file, unless that was done before; one question at a time. */
    synchronized KeyFile unlock(Path file) {
        if (look(file) instanceof KeyFile.Locked locked && !locked.asked()) {
            files.put(file, unlocked(file, locked));
        }
        return look(file);
    }

    private KeyFile unlocked(Path file, KeyFile.Locked locked) {
        return passphrases
                .ask(file)
                .map(answer -> decoded(file, locked.key(), answer)
                        .<KeyFile>map(KeyFile.Usable::new)
                        .orElse(new KeyFile.Locked(locked.key(), true, "the passphrase for it is wrong")))
                .orElse(new KeyFile.Locked(locked.key(), true, locked.reason()));
    }

    private KeyFile read(Path file) {
        try {
            var text = Files.readString(file, StandardCharsets.ISO_8859_1);
            var pub = PublicKeys.read(text);
            if (pub.isPresent()) {
                return new KeyFile.Public(pub.get());
            }
            var key = new KeyText(text);
            var found = key.isEncrypted()
                    ? tried(file, key)
                    : new KeyFile.Usable(decode(file, key, FilePasswordProvider.EMPTY));
            return Exposure.of(file)
                    .<KeyFile>map(reason -> new KeyFile.Exposed(key.publicKey(), reason))
                    .orElse(found);
        } catch (NoSuchFileException e) {
            return new KeyFile.Unusable("no such file");
        } catch (AccessDeniedException e) {
            return new KeyFile.Unusable("you may not read it");
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return new KeyFile.Unusable("cannot be read: " + e.getMessage());
        }
    }

    private KeyFile tried(Path file, KeyText key) {
        if (passphrase.isEmpty()) {
            return new KeyFile.Locked(key, false, "it is encrypted and there is nobody to ask for the passphrase");
        }
        return decoded(file, key, passphrase.get())
                .<KeyFile>map(KeyFile.Usable::new)
                .orElse(new KeyFile.Locked(key, false, "the passphrase in DOCKDSL_SSH_PASSPHRASE is not its own"));
    }

    private static Optional<KeyPair> decoded(Path file, KeyText key, Secret passphrase) {
        try {
            return Optional.of(
                    EncryptedPkcs8.isIn(key)
                            ? decode(file, new EncryptedPkcs8(key).opened(passphrase), FilePasswordProvider.EMPTY)
                            : decode(file, key, FilePasswordProvider.of(passphrase.revealText())));
        } catch (IOException | GeneralSecurityException | RuntimeException wrongPassphrase) {
            return Optional.empty();
        }
    }

    /** OpenSSH's own format is decoded without loading the parsers of all others. */
    private static KeyPair decode(Path file, KeyText key, FilePasswordProvider passphrase)
            throws IOException, GeneralSecurityException {
        var name = NamedResource.ofName(file.toString());
        try (var text = new ByteArrayInputStream(key.text().getBytes(StandardCharsets.ISO_8859_1))) {
            var pairs = key.isOpenSsh()
                    ? OpenSSHKeyPairResourceParser.INSTANCE.loadKeyPairs(null, name, passphrase, text)
                    : SecurityUtils.loadKeyPairIdentities(null, name, text, passphrase);
            if (pairs == null || !pairs.iterator().hasNext()) {
                throw new IOException("it holds no private key in a format of OpenSSH or PEM");
            }
            return pairs.iterator().next();
        }
    }
}
