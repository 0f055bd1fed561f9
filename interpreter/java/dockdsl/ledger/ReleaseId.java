package dockdsl.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Names of releases: the second in which a run began, and four digits that tell runs of one second apart. */
public final class ReleaseId {
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Pattern SHAPE = Pattern.compile("\\d{8}-\\d{6}-[0-9a-f]{4}");

    private ReleaseId() {}

    /** @param chance any number */
    public static String of(Instant when, int chance) {
        return "%s-%04x".formatted(TO_THE_SECOND.format(when), chance & 0xffff);
    }

    static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }
}
