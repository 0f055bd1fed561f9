package dockdsl.cli;

import dockdsl.cli.line.Command;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Questions;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.problem.UsageMistake;
import java.util.List;
import java.util.Set;

/** Asks before something is changed, where there is somebody to ask. */
record Consent(boolean given, Questions questions) {
    /** @throws UsageMistake when nobody can be asked though it has to be */
    static Consent of(Invocation invocation, Surroundings surroundings, Questions questions) {
        boolean canAsk = surroundings.interactive() && !invocation.has(Option.JSON);
        boolean given = invocation.has(Option.YES);
        boolean removes = Set.of(Command.DESTROY, Command.PRUNE).contains(invocation.command());
        if (removes && !given && !canAsk && !invocation.has(Option.DRY_RUN)) {
            String word = invocation.command().word();
            throw new UsageMistake(
                    "`" + word + "` wants to be sure, and there is no terminal to ask on.",
                    "Say so: `dockdsl " + word + " --yes`.");
        }
        return new Consent(given || !canAsk, questions);
    }

    boolean isGiven(String question) {
        return given || questions.yes(List.of(), Line.of(Tone.STRONG, question));
    }
}
