package dockdsl.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The rules of a {@code .dockerignore}, as Docker's own client reads them: the last rule that matches decides. */
record IgnoreRules(List<Rule> rules) {
    private record Rule(Pattern pattern, boolean isException) {}

    /** No file means no rules. */
    static IgnoreRules read(Path file) throws IOException {
        try {
            return of(Files.readAllLines(file));
        } catch (NoSuchFileException none) {
            return new IgnoreRules(List.of());
        }
    }

    static IgnoreRules of(List<String> lines) {
        List<Rule> rules = new ArrayList<>();
        for (String line : lines) {
            String rule = line.strip();
            boolean isException = rule.startsWith("!");
            String path = clean(isException ? rule.substring(1).strip() : rule);
            if (!line.startsWith("#") && !path.isEmpty()) {
                rules.add(new Rule(Glob.compile(path), isException));
            }
        }
        return new IgnoreRules(List.copyOf(rules));
    }

    /** Slashes at both ends and dots that lead nowhere say nothing. */
    private static String clean(String path) {
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/")) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    /** Whether a rule with {@code !} could bring back something of an ignored folder. */
    boolean haveExceptions() {
        return rules.stream().anyMatch(Rule::isException);
    }

    /** @param name path in the folder, with slashes */
    boolean ignore(String name) {
        boolean ignored = false;
        for (Rule rule : rules) {
            if (rule.isException() == ignored && matches(rule, name)) {
                ignored = !ignored;
            }
        }
        return ignored;
    }

    /** A rule that matches a folder matches all that is in it. */
    private static boolean matches(Rule rule, String name) {
        for (int end = name.length(); end > 0; end = name.lastIndexOf('/', end - 1)) {
            if (rule.pattern().matcher(name.substring(0, end)).matches()) {
                return true;
            }
        }
        return false;
    }
}
