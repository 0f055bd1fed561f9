package dockdsl.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A share of processors in billionths of one; 0 means no limit. */
public record Cpus(long nano) {
    public static final Cpus UNLIMITED = new Cpus(0);

    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000L);

    public Cpus {
        if (nano < 0) {
            throw new Malformed("a number of processors is not negative", "Write for example 0.5 or 2.");
        }
    }

    /** @throws Malformed when the text is not a decimal number from 0 on */
    public static Cpus parse(String text) {
        try {
            return new Cpus(new BigDecimal(text.strip())
                    .multiply(BILLION)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact());
        } catch (ArithmeticException | NumberFormatException notANumber) {
            throw new Malformed("'" + text + "' is not a number of processors", "Write for example 0.5 or 2.");
        }
    }

    @Override
    public String toString() {
        return nano == 0
                ? "unlimited"
                : BigDecimal.valueOf(nano).divide(BILLION).stripTrailingZeros().toPlainString();
    }
}
