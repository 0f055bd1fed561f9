package dockdsl.secret.vault;

import dockdsl.value.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Ansible Vault has encrypted, in its formats 1.1 and 1.2: a header, and below it in hexadecimal digits, lines of 80, the
 * hexadecimal digits of salt, HMAC and ciphertext.
 *
 * @param id names the password; nothing proves it, it only says which one to try first
 */
record VaultText(String id, byte[] salt, byte[] hmac, byte[] ciphertext) {
    static final String DEFAULT_ID = "default";
    private static final String MAGIC = "$ANSIBLE_VAULT;";
    private static final Pattern HEADER =
            Pattern.compile("\\$ANSIBLE_VAULT;(?<version>[0-9.]+);(?<cipher>[A-Z0-9]+)(;(?<id>.+))?");
    private static final int WIDTH = 80;
    private static final HexFormat HEX = HexFormat.of();

    static boolean isVault(String text) {
        return text.startsWith(MAGIC);
    }

    /** @throws Malformed when it is not in one of the formats, or was damaged */
    static VaultText parse(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Matcher header = HEADER.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!header.matches()) {
            throw new Malformed("does not begin as Ansible Vault does", "Its first line is $ANSIBLE_VAULT;1.1;AES256.");
        }
        if (!header.group("version").matches("1\\.[12]")
                || !header.group("cipher").equals("AES256")) {
            throw new Malformed(
                    "is in the format " + header.group("version") + " with the cipher " + header.group("cipher"),
                    "Formats 1.1 and 1.2 with AES256 are read. Encrypt it again: `ansible-vault rekey FILE`.");
        }
        try {
            String inner = new String(
                    HEX.parseHex(String.join("", lines.subList(1, lines.size()))), StandardCharsets.US_ASCII);
            String[] parts = inner.split("\n", -1);
            return new VaultText(
                    header.group("id") == null ? DEFAULT_ID : header.group("id"),
                    HEX.parseHex(parts[0]),
                    HEX.parseHex(parts[1]),
                    HEX.parseHex(parts[2].strip()));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException damaged) {
            throw new Malformed(
                    "is damaged", "Digits are missing or changed. Take it from a backup or the version control.");
        }
    }

    String header() {
        return id.equals(DEFAULT_ID) ? MAGIC + "1.1;AES256" : MAGIC + "1.2;AES256;" + id;
    }

    /** As Ansible writes it, with a line break at its end. */
    String text() {
        String inner = HEX.formatHex(salt) + "\n" + HEX.formatHex(hmac) + "\n" + HEX.formatHex(ciphertext);
        String digits = HEX.formatHex(inner.getBytes(StandardCharsets.US_ASCII));
        StringBuilder text = new StringBuilder(header()).append('\n');
        for (int start = 0; start < digits.length(); start += WIDTH) {
            text.append(digits, start, Math.min(start + WIDTH, digits.length())).append('\n');
        }
        return text.toString();
    }
}
