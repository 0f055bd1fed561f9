package dockdsl.inventory;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers of sensible size; others stay the text that they are. */
final class Numbers {
    private static final int LONGEST = 100;
    private static final int MOST_ZEROS = 400;

    private Numbers() {}

    /** An {@code Integer}, a {@code Long}, a {@code BigInteger}, or the text when it is very long. */
    static Object integer(String digits, int base) {
        if (digits.length() > LONGEST) {
            return digits;
        }
        BigInteger number = new BigInteger(digits, base);
        if (number.bitLength() < Integer.SIZE) {
            return number.intValue();
        }
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    /** With as many digits as are written, so that {@code 1.20} stays {@code 1.20}. */
    static Object decimal(String digits) {
        String exponent = digits.replaceFirst("^[^eE]*[eE]?[-+]?", "");
        if (digits.length() > LONGEST || exponent.length() > 3 && !exponent.equals(digits)) {
            return digits;
        }
        BigDecimal number = new BigDecimal(digits);
        return Math.abs(number.scale()) > MOST_ZEROS ? digits : number;
    }
}
