package dockdsl.secret.age;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.framework.armor.ArmoredDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.secret.local.LocalFile;
import dockdsl.value.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The identities of age that a run has: files with {@code AGE-SECRET-KEY-1...}, themselves encrypted or not, private keys of
 * SSH, and a passphrase.
 */
public final class AgeKeys {
    private static final String ARMOR = "-----BEGIN AGE ENCRYPTED FILE-----";
    private static final String MAGIC = "age-encryption.org/v1\n";
    private static final String SCRYPT = MAGIC + "-> scrypt ";
    private static final String KEY = "AGE-SECRET-KEY-1";

    private final List<LocalFile> files;
    private final Function<String, Optional<Secret>> passphrase;

    /**
     * @param files of identities, as {@code age-keygen} and {@code ssh-keygen} write them
     * @param passphrase is asked for what is encrypted with one, {@code The file secrets/production.age}; empty when nobody is
     *     there
     */
    public AgeKeys(List<LocalFile> files, Function<String, Optional<Secret>> passphrase) {
        this.files = List.copyOf(files);
        this.passphrase = passphrase;
    }

    /** Why an identity can't be read, as far as that shows before its file is opened. */
    public Optional<NothingToWorkOn> missing() {
        return files.stream().flatMap(file -> file.fault().stream()).findFirst();
    }

    /** Whether these bytes are what age writes. */
    public static boolean isAge(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.startsWith(MAGIC) || text.stripLeading().startsWith(ARMOR);
    }

    /**
     * Decrypts.
     *
     * @param what it is, for messages: {@code The file secrets/production.age}
     * @throws NothingToWorkOn when no identity fits, or there is none, or it is nothing of age
     */
    public Secret open(byte[] sealed, String what) {
        if (!isAge(sealed)) {
            throw new NothingToWorkOn(what + " is not encrypted with age.", "Encrypt it: `age -r RECIPIENT -o FILE`.");
        }
        boolean byPassphrase = isByPassphrase(sealed, what);
        List<RecipientStanzaReader> readers = byPassphrase ? List.of(asked(what)) : identities(what);
        try {
            return Secret.of(plain(sealed, readers));
        } catch (IOException | GeneralSecurityException | RuntimeException noKey) {
            throw new NothingToWorkOn(
                    what + " can't be decrypted: "
                            + (byPassphrase
                                    ? "the passphrase is another, or it is damaged."
                                    : "no identity fits: " + names() + "."),
                    byPassphrase
                            ? "Try it by itself: `age --decrypt`."
                            : "Name the identity for one of its recipients: `--age-identity FILE`.",
                    noKey);
        }
    }

    private static boolean isByPassphrase(byte[] sealed, String what) {
        String start = new String(sealed, 0, Math.min(sealed.length, 400), StandardCharsets.ISO_8859_1).stripLeading();
        if (!start.startsWith(ARMOR)) {
            return start.startsWith(SCRYPT);
        }
        try {
            String first = start.lines().skip(1).findFirst().orElse("").strip();
            String header = new String(Base64.getDecoder().decode(first), StandardCharsets.ISO_8859_1);
            return header.startsWith(SCRYPT);
        } catch (IllegalArgumentException damaged) {
            throw new NothingToWorkOn(what + " is damaged.", "Take it from a backup or the version control.", damaged);
        }
    }

    private Passphrase asked(String what) {
        Secret words = passphrase
                .apply(what)
                .orElseThrow(() -> new NothingToWorkOn(
                        what + " is encrypted with a passphrase, and nobody answers.",
                        "Run it in a terminal, set DOCKDSL_AGE_PASSPHRASE, or encrypt the file for an identity."));
        return new Passphrase(() -> words);
    }

    private List<RecipientStanzaReader> identities(String what) {
        if (files.isEmpty()) {
            throw new NothingToWorkOn(
                    what + " is encrypted with age, and no identity is given.",
                    "Name the file with the key: `--age-identity FILE`, or set AGE_IDENTITY.");
        }
        List<RecipientStanzaReader> readers = new ArrayList<>();
        for (LocalFile file : files) {
            byte[] bytes = file.bytes();
            Secret text = isAge(bytes) ? open(bytes, "The identity " + file) : Secret.of(bytes);
            if (SshKeyFile.isIn(text)) {
                readers.add(SshKeyFile.read(text, "The identity " + file));
                continue;
            }
            int before = readers.size();
            text.revealText()
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith(KEY))
                    .forEach(line -> readers.add(reader(line, file)));
            if (readers.size() == before) {
                throw new NothingToWorkOn(
                        "In the file " + file + " is no identity of age.",
                        "It has a line that begins with " + KEY
                                + "; `age-keygen -o FILE` makes one. A private key in OpenSSH's format does, too.");
            }
        }
        return readers;
    }

    private static RecipientStanzaReader reader(String key, LocalFile file) {
        try {
            return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(key);
        } catch (GeneralSecurityException | RuntimeException damaged) {
            throw new NothingToWorkOn("An identity in the file " + file + " is damaged.", "Take it from a backup.");
        }
    }

    private String names() {
        return String.join(", ", files.stream().map(LocalFile::toString).toList());
    }

    private static byte[] plain(byte[] sealed, List<RecipientStanzaReader> readers)
            throws IOException, GeneralSecurityException {
        boolean armored = sealed[0] == '-' || Character.isWhitespace(sealed[0]);
        StandardDecryptingChannelFactory factory =
                armored ? new ArmoredDecryptingChannelFactory() : new StandardDecryptingChannelFactory();
        try (ReadableByteChannel channel =
                factory.newDecryptingChannel(Channels.newChannel(new ByteArrayInputStream(sealed)), readers)) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }
}
