package dockdsl.cli.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Many host names as one short text: {@code db1,web[01-03,07]}. */
public final class FoldedNames {
    /** What numbers of a name's first part are folded, else of the rest: `web03.example.com`, `10.0.0.3`. */
    private static final Pattern IN_FIRST_PART = Pattern.compile("([^.]*?[^.\\d])(\\d{1,9})([^\\d]*|[^.\\d]*\\..*)");

    private static final Pattern ANYWHERE = Pattern.compile("(.*?)(\\d{1,9})(\\D*)");

    private FoldedNames() {}

    public static String of(Collection<String> names) {
        Set<Shape> padded = padded(names);
        Map<Shape, TreeSet<Integer>> numbers = new LinkedHashMap<>();
        List<String> folded = new ArrayList<>();
        for (String name : names) {
            Matcher numbered = numbered(name);
            if (numbered.matches()) {
                Shape shape = Shape.of(numbered);
                numbers.computeIfAbsent(padded.contains(shape) ? shape : shape.unpadded(), unused -> new TreeSet<>())
                        .add(Integer.parseInt(numbered.group(2)));
            } else {
                folded.add(name);
            }
        }
        numbers.forEach((shape, found) -> folded.add(shape.with(found)));
        return String.join(",", folded);
    }

    /** The shapes in which some number begins with zeros, so that all of that length count as padded. */
    private static Set<Shape> padded(Collection<String> names) {
        Set<Shape> padded = new HashSet<>();
        for (String name : names) {
            Matcher numbered = numbered(name);
            if (numbered.matches() && numbered.group(2).startsWith("0")) {
                padded.add(Shape.of(numbered));
            }
        }
        return padded;
    }

    private static Matcher numbered(String name) {
        Matcher first = IN_FIRST_PART.matcher(name);
        return first.matches() ? first : ANYWHERE.matcher(name);
    }

    /** @param digits how many digits the number has at least */
    private record Shape(String before, int digits, String behind) {
        static Shape of(Matcher name) {
            return new Shape(name.group(1), name.group(2).length(), name.group(3));
        }

        Shape unpadded() {
            return new Shape(before, 1, behind);
        }

        String with(TreeSet<Integer> numbers) {
            String inside = runs(numbers).stream().map(this::text).collect(Collectors.joining(","));
            return before + (numbers.size() == 1 ? inside : "[" + inside + "]") + behind;
        }

        private String text(Run run) {
            return run.first == run.last ? padded(run.first) : padded(run.first) + "-" + padded(run.last);
        }

        private String padded(int number) {
            return ("%0" + digits + "d").formatted(number);
        }
    }

    private record Run(int first, int last) {}

    private static List<Run> runs(TreeSet<Integer> numbers) {
        List<Run> runs = new ArrayList<>();
        for (int number : numbers) {
            if (!runs.isEmpty() && runs.getLast().last == number - 1) {
                runs.add(new Run(runs.removeLast().first, number));
            } else {
                runs.add(new Run(number, number));
            }
        }
        return runs;
    }
}
