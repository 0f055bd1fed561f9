package dockdsl.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Processors by number, counted from 0; none means any of them. */
public record CpuSet(SortedSet<Integer> numbers) {
    public static final CpuSet ANY = new CpuSet(Collections.emptySortedSet());

    private static final int MOST = 8192;
    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

    public CpuSet {
        numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
    }

    /** @throws Malformed when the text is no list of numbers and ranges such as {@code 0,2-3} */
    public static CpuSet parse(String text) {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (String part : text.strip().split(",")) {
            Matcher range = RANGE.matcher(part.strip());
            if (!range.matches()) {
                throw malformed(text);
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (last < first || last >= MOST) {
                throw malformed(text);
            }
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        }
        return new CpuSet(numbers);
    }

    private static Malformed malformed(String text) {
        return new Malformed(
                "'" + text + "' is no list of processors", "Write their numbers, such as '0', '0,2' or '0-3'.");
    }

    /** The shortest spelling, such as {@code 0-2,5}. */
    @Override
    public String toString() {
        List<String> ranges = new ArrayList<>();
        for (int number : numbers) {
            if (!numbers.contains(number - 1)) {
                int last = number;
                while (numbers.contains(last + 1)) {
                    last++;
                }
                ranges.add(last == number ? String.valueOf(number) : number + "-" + last);
            }
        }
        return String.join(",", ranges);
    }
}
