package dockdsl.lang;

import dockdsl.model.Declared;
import dockdsl.problem.Problems;
import dockdsl.vocabulary.NotifyWords;
import dockdsl.vocabulary.NotifyWords.Listener;
import dockdsl.vocabulary.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The words of a {@code notify} block become those who are told. */
final class NotifyScope {
    private static final List<Setting<List<Listener>>> WORDS =
            List.of(NotifyWords.SLACK, NotifyWords.WEBHOOK, NotifyWords.COMMAND, NotifyWords.EMAIL);

    private NotifyScope() {}

    static Scope of(Problems problems, Consumer<List<Placed<Listener>>> result) {
        return new FlatScope(
                NotifyWords.BLOCK, new Collected(problems), said -> result.accept(listeners(said.declared())));
    }

    private static List<Placed<Listener>> listeners(Declared declared) {
        List<Placed<Listener>> listeners = new ArrayList<>();
        for (Setting<List<Listener>> word : WORDS) {
            declared.get(word, List.of())
                    .forEach(listener -> listeners.add(
                            new Placed<>(listener, declared.where(word).orElseThrow())));
        }
        return listeners;
    }
}
