package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.inventory.Decryption;
import dockdsl.inventory.VariablesFile;
import dockdsl.lang.SiteReader;
import dockdsl.problem.UsageMistake;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the command line and the process say about a site file: variables and the environment. */
record Wishes(Invocation invocation, Surroundings surroundings) {
    private static final String VARIABLE = "DOCKDSL_ENV";

    /**
     * @param decryption for files of variables that are encrypted
     * @throws UsageMistake when a variable has no name or no value
     * @throws dockdsl.problem.SiteRejected when a file of variables is wrong
     */
    SiteReader.Options options(Decryption decryption) {
        return new SiteReader.Options(vars(decryption), environment(), surroundings.typed());
    }

    /** The environment that was asked for on the command line. */
    Optional<String> asked() {
        List<String> names = invocation.all(Option.ENVIRONMENT);
        return names.isEmpty() ? Optional.empty() : Optional.of(names.getLast());
    }

    /** The environment that was asked for, on the command line or by the process. */
    Optional<String> environment() {
        return asked().or(this::usual);
    }

    private Optional<String> usual() {
        return Optional.ofNullable(surroundings.environment().get(VARIABLE)).filter(name -> !name.isBlank());
    }

    private Map<String, Object> vars(Decryption decryption) {
        Map<String, Object> vars = new LinkedHashMap<>();
        for (String said : invocation.all(Option.VAR)) {
            if (said.startsWith("@")) {
                vars.putAll(VariablesFile.read(surroundings.folder().resolve(said.substring(1)), decryption));
            } else {
                pair(said, vars);
            }
        }
        return vars;
    }

    private static void pair(String pair, Map<String, Object> vars) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            throw new UsageMistake(
                    "`--var " + pair + "` has no " + (equals == 0 ? "name." : "value."),
                    "Write a name and a value: `--var domain=www.example.com`, or a file of them: `--var @production.yml`.");
        }
        vars.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
}
