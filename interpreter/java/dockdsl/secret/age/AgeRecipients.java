package dockdsl.secret.age;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.armor.ArmoredEncryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import dockdsl.problem.UsageMistake;
import dockdsl.value.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.List;

/** Those for whom age encrypts: public keys, or whoever knows a passphrase. */
public record AgeRecipients(List<RecipientStanzaWriter> writers) {
    /** @throws UsageMistake when one is not {@code age1...} */
    public static AgeRecipients of(List<String> keys) {
        return new AgeRecipients(keys.stream().map(AgeRecipients::writer).toList());
    }

    public static AgeRecipients knowing(Secret passphrase) {
        return new AgeRecipients(List.of(new Passphrase(() -> passphrase)));
    }

    /** @param cost as of {@link Passphrase} */
    static AgeRecipients knowing(Secret passphrase, int cost) {
        return new AgeRecipients(List.of(new Passphrase(() -> passphrase, cost)));
    }

    private static RecipientStanzaWriter writer(String key) {
        try {
            return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(key);
        } catch (GeneralSecurityException | RuntimeException noKey) {
            throw new UsageMistake(
                    "'" + key + "' is not a recipient of age.",
                    "It begins with age1; `age-keygen -y FILE` prints that of an identity.",
                    noKey);
        }
    }

    /** @param armored whether to write text instead of bytes */
    public byte[] encrypt(Secret plain, boolean armored) {
        StandardEncryptingChannelFactory factory =
                armored ? new ArmoredEncryptingChannelFactory() : new StandardEncryptingChannelFactory();
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out =
                Channels.newOutputStream(factory.newEncryptingChannel(Channels.newChannel(sealed), writers))) {
            out.write(plain.reveal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("age could not encrypt", e);
        }
        return sealed.toByteArray();
    }
}
