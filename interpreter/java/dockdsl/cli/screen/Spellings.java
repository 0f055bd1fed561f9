package dockdsl.cli.screen;

import dockdsl.cli.text.Visible;
import dockdsl.value.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/** How a secret may look in what is printed: as it is, line by line, and in the encodings in which it travels. */
final class Spellings {
    private final Set<Spelling> spellings = new LinkedHashSet<>();

    private Spellings() {}

    static Set<Spelling> of(byte[] secret) {
        Spellings found = new Spellings();
        String text = new String(secret, StandardCharsets.UTF_8);
        found.add(text);
        found.addText(text.strip());
        text.lines().map(String::strip).forEach(found::addText);
        found.addBase64(secret);
        found.addBase64(text.strip().getBytes(StandardCharsets.UTF_8));
        return found.spellings;
    }

    private void add(String spelling) {
        if (spelling.strip().length() >= Spelling.SHORTEST) {
            spellings.add(Spelling.of(spelling));
        }
    }

    private void addText(String text) {
        if (text.length() < Spelling.SHORTEST) {
            return;
        }
        add(text);
        add(Visible.of(text));
        String json = Json.canonical(text);
        add(json.substring(1, json.length() - 1));
        String url = URLEncoder.encode(text, StandardCharsets.UTF_8);
        add(url);
        add(url.replace("+", "%20"));
        add(text.replace("'", "'\\''"));
    }

    /** A secret in the middle of what is encoded, such as {@code user:password}, has one of three spellings; their ends depend on its neighbours. */
    private void addBase64(byte[] secret) {
        if (secret.length < Spelling.SHORTEST) {
            return;
        }
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + secret.length];
            System.arraycopy(secret, 0, shifted, before, secret.length);
            int whole = shifted.length / 3 * 4;
            int start = before == 0 ? 0 : 4;
            addCore(Base64.getEncoder().encodeToString(shifted), start, whole);
            addCore(Base64.getUrlEncoder().encodeToString(shifted), start, whole);
        }
        addEncoded(Base64.getEncoder().withoutPadding().encodeToString(secret));
        addEncoded(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    private void addCore(String encoded, int start, int end) {
        if (end - start >= Spelling.SHORTEST) {
            addEncoded(encoded.substring(start, end));
        }
    }

    /** Letters of an encoding are no word, and have others beside them. */
    private void addEncoded(String encoded) {
        spellings.add(new Spelling(encoded, false));
    }
}
