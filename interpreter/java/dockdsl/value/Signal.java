package dockdsl.value;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A signal of Linux under its one name, such as {@code SIGTERM} or {@code SIGRTMIN+3}. */
public record Signal(String name) {
    /** What the engine sends when neither a site nor an image says otherwise. */
    public static final Signal TERM = new Signal("SIGTERM");

    /** The numbers from 1 on, as all common processors count them. */
    private static final List<String> NAMES =
            List.of(("HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP "
                            + "TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS")
                    .split(" "));

    private static final Map<String, String> OTHER_NAMES = Map.of("IOT", "ABRT", "CLD", "CHLD", "POLL", "IO");
    private static final int FIRST_REAL_TIME = 34;
    private static final int LAST_REAL_TIME = 64;
    private static final Pattern REAL_TIME = Pattern.compile("RT(MIN|MAX)([+-]\\d+)?");

    /** @throws Malformed when the text is neither a signal's name, with or without SIG, nor its number */
    public static Signal parse(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        int number = name.matches("\\d{1,3}") ? Integer.parseInt(name) : number(name.replaceFirst("^SIG", ""));
        if (number < 1 || number > NAMES.size() && number < FIRST_REAL_TIME || number > LAST_REAL_TIME) {
            throw new Malformed("'" + text + "' is not a signal", "Write its name, such as 'SIGTERM' or 'SIGQUIT'.");
        }
        return of(number);
    }

    private static int number(String name) {
        Matcher realTime = REAL_TIME.matcher(name);
        if (realTime.matches()) {
            int base = realTime.group(1).equals("MIN") ? FIRST_REAL_TIME : LAST_REAL_TIME;
            return base + (realTime.group(2) == null ? 0 : Integer.parseInt(realTime.group(2)));
        }
        return NAMES.indexOf(OTHER_NAMES.getOrDefault(name, name)) + 1;
    }

    /** The engine knows the lower half of the real-time signals from below and the upper half from above. */
    private static Signal of(int number) {
        if (number <= NAMES.size()) {
            return new Signal("SIG" + NAMES.get(number - 1));
        }
        int above = number - FIRST_REAL_TIME;
        int below = LAST_REAL_TIME - number;
        String name = above <= below ? "SIGRTMIN" : "SIGRTMAX";
        int distance = Math.min(above, below);
        return new Signal(distance == 0 ? name : name + (above <= below ? "+" : "-") + distance);
    }

    @Override
    public String toString() {
        return name;
    }
}
