package dockdsl.cli;

import dockdsl.inventory.Printouts;
import dockdsl.value.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the lines of a console have in common, so that no program runs and nobody is asked again for each of them. */
public final class Memory {
    private final Printouts printouts = new Printouts();
    private final Map<String, Secret> answers = new ConcurrentHashMap<>();

    /** What inventories printed that are programs. */
    Printouts printouts() {
        return printouts;
    }

    /** What was answered before. */
    Optional<Secret> answer(String question) {
        return Optional.ofNullable(answers.get(question));
    }

    void keep(String question, Secret answer) {
        answers.put(question, answer);
    }

    /** One of them was wrong: all are asked for again. */
    void forgetAnswers() {
        answers.clear();
    }
}
