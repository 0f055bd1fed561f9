package dockdsl.lang;

import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.value.Malformed;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.Language;
import dockdsl.vocabulary.RecipeWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.Term;
import groovy.lang.Closure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run through a file: the blocks that are open, and what was wrong so far. */
final class Evaluation {
    private final SourceText source;
    private final Problems problems;
    private final Scope root;
    private final Deque<Opened> open = new ArrayDeque<>();
    private final Set<String> told = new HashSet<>();
    private boolean patched;

    Evaluation(SourceText source, Problems problems, Scope root) {
        this.source = source;
        this.problems = problems;
        this.root = root;
        open.push(new Opened(root, Optional.of(root), List.of()));
    }

    Places places(String encoded) {
        return new Places(source.name(), encoded);
    }

    /** A setting, or a block's word without a block. */
    void say(Said said) {
        Scope scope = scope();
        Optional<Setting<?>> setting = Language.setting(scope.block(), said.word());
        if (setting.isPresent()) {
            hear(scope, setting.get(), said);
        } else if (Language.word(scope.block(), said.word()).orElse(null) instanceof Block block) {
            problems.add(said.where(), "`" + block.name() + "` needs a block", "Write " + block.example() + ".");
            scope.miss(said.word());
        } else {
            misplaced(scope, said);
        }
    }

    private <T> void hear(Scope scope, Setting<T> setting, Said said) {
        said.read(setting.kind(), problems)
                .ifPresentOrElse(value -> scope.hear(setting, value, said), () -> scope.miss(setting.name()));
    }

    private void misplaced(Scope scope, Said said) {
        problems.add(Wording.unknownWord(said.where(), said.word(), scope.block()));
        scope.miss(said.word());
    }

    /** Runs code of the user, and says in plain words what went wrong in it. */
    void guard(Runnable code) {
        try {
            code.run();
        } catch (Exception | StackOverflowError | AssertionError thrown) {
            root.miss("");
            // What was left out because it could not be understood is told already.
            if (!patched) {
                problems.add(RuntimeErrors.problem(source, thrown));
            }
        }
    }

    /** A word that the language does not have was said, and told. */
    void missed() {
        patched = true;
        scope().miss("");
    }

    /** Tells of what looks like a secret without showing it. */
    void suspect(String what, Places where) {
        problems.add(Problem.warning(
                where.word(),
                what + " stands in the file for everybody to read",
                "Say at the top level where it comes from, such as secret 'password', from: env('PASSWORD'), and name the secret "
                        + "instead. If it is none, end the line with: // not a secret"));
    }

    void open(Said said, List<Said> on) {
        Scope scope = scope();
        if (Language.word(scope.block(), said.word()).orElse(null) instanceof Block block) {
            open.push(new Opened(scope, Optional.empty(), scope.open(block, said, on)));
        } else {
            misplaced(scope, said);
            open.push(new Opened(scope, Optional.empty(), List.of()));
        }
    }

    void keep(Said said, List<Said> on, Closure<?> body) {
        if (Language.word(scope().block(), said.word()).orElse(null) instanceof Block block) {
            scope().keep(block, said, on, new Kept(this, body));
        } else {
            misplaced(scope(), said);
        }
    }

    /** Reads a block that was kept, for one scope. */
    void read(Closure<?> body, Scope scope) {
        open.push(new Opened(scope, Optional.empty(), List.of(scope)));
        while (next()) {
            guard(body::call);
        }
        close();
    }

    /** Goes on to the next scope of the innermost block; false when there is none left. */
    boolean next() {
        return open.element().next();
    }

    void close() {
        open.pop();
    }

    Object term(String setting, Said said) {
        if (setting.equals(RecipeWords.USE.name())) {
            return said.recipe(problems).<Object>map(use -> use).orElse(Unreadable.VALUE);
        }
        if (said.isUnreadable()) {
            return Unreadable.VALUE;
        }
        Optional<Term> term = Language.setting(scope().block(), setting).stream()
                .flatMap(known -> known.kind().terms().stream())
                .filter(known -> known.name().equals(said.word()))
                .findFirst();
        try {
            return term.map(known -> known.value().apply(said.arguments())).orElse(Unreadable.VALUE);
        } catch (Malformed complaint) {
            problems.add(
                    said.places().culprit(said.arguments(), complaint), complaint.getMessage(), complaint.remedy());
            return Unreadable.VALUE;
        }
    }

    /** What {@code vars.domain} or {@code host.name} is. */
    Object fact(String subject, String name, Places where) {
        if (subject.equals("given") && root.given().isPresent()) {
            return given(root.given().get(), name, where);
        }
        Map<String, Object> known = facts(subject, where);
        if (!known.containsKey(name) && !subject.equals("given") && told.add(where.encoded())) {
            problems.add(Wording.unknownFact(where.word(), subject, name, known.keySet(), facts().host()));
        }
        patched |= !known.containsKey(name);
        return known.getOrDefault(name, Unreadable.VALUE);
    }

    private Object given(Given given, String name, Places where) {
        if (given.find(name).isEmpty() && told.add(where.encoded())) {
            problems.add(Wording.notTaken(where.word(), name, given.names()));
        }
        patched |= given.find(name).orElse(Unreadable.VALUE) == Unreadable.VALUE;
        return given.find(name).orElse(Unreadable.VALUE);
    }

    /** All of {@code vars} or {@code host}. */
    Map<String, Object> facts(String subject, Places where) {
        Facts facts = facts();
        if (subject.equals("host") && facts.host().isEmpty() && told.add(where.encoded())) {
            problems.add(
                    where.word(),
                    "`host` stands for nothing here",
                    "It is the host for which a `container` block is evaluated, and is known inside of one, behind `on`.");
        }
        return switch (subject) {
            case "vars" -> facts.vars();
            case "host" -> facts.hostFields();
            default -> root.given().map(Given::values).orElseGet(() -> noRecipe(where));
        };
    }

    private Map<String, Object> noRecipe(Places where) {
        if (told.add(where.encoded())) {
            problems.add(
                    where.word(),
                    "`given` stands for nothing here",
                    "It is what a recipe is given, and is known in recipes. Variables are written vars.name.");
        }
        return Map.of();
    }

    private Facts facts() {
        return open.stream()
                .flatMap(block -> block.current.facts().stream())
                .findFirst()
                .orElse(Facts.NONE);
    }

    private Scope scope() {
        return open.element().current;
    }

    /** A block that is open, and the scopes for which its statements are still to run. */
    private static final class Opened {
        private final Iterator<? extends Scope> rest;
        private Scope current;
        private Optional<Scope> running;

        Opened(Scope current, Optional<Scope> running, List<? extends Scope> scopes) {
            this.current = current;
            this.running = running;
            this.rest = scopes.iterator();
        }

        boolean next() {
            running.ifPresent(Scope::close);
            running = rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
            running.ifPresent(scope -> current = scope);
            return running.isPresent();
        }
    }
}
