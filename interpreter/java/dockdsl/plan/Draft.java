package dockdsl.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What takes a thing to where it shall be; nothing at all when it is there already.
 *
 * @param unkept what is declared for it and its engine will not take
 */
record Draft(
        Verb verb,
        String reason,
        List<Difference> differences,
        List<Step> prepare,
        List<Step> switching,
        List<Step> finish,
        List<Difference> unkept) {
    Draft(
            Verb verb,
            String reason,
            List<Difference> differences,
            List<Step> prepare,
            List<Step> switching,
            List<Step> finish) {
        this(verb, reason, differences, prepare, switching, finish, List.of());
    }

    Draft(Verb verb, String reason, List<Difference> differences, List<Step> prepare, List<Step> switching) {
        this(verb, reason, differences, prepare, switching, List.of());
    }

    Draft besides(List<Difference> what) {
        return new Draft(verb, reason, differences, prepare, switching, finish, what);
    }

    static Draft nothing(String why) {
        return new Draft(Verb.UPDATE, why, List.of(), List.of(), List.of());
    }

    boolean isNothing() {
        return prepare.isEmpty() && switching.isEmpty() && finish.isEmpty();
    }

    /** The same with a word before its reason. */
    Draft because(String word) {
        return new Draft(verb, word + "; " + reason, differences, prepare, switching, finish, unkept);
    }

    /** The same, after it got its own name back. @param name its own @param other what it is called */
    Draft calledAgain(String name, String other) {
        List<Difference> all = new ArrayList<>();
        all.add(new Difference("name", Optional.of(other), Optional.of(name)));
        all.addAll(differences);
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(new Action.RenameContainer(other, name), new Action.RenameContainer(name, other)));
        steps.addAll(prepare);
        String why = "somebody renamed it to " + other;
        return new Draft(
                verb,
                isNothing() ? why : why + "; " + reason,
                List.copyOf(all),
                List.copyOf(steps),
                switching,
                finish,
                unkept);
    }

    /** The same with nothing before its turn, for a container that is made of what others will be by then. */
    Draft inItsTurn() {
        List<Step> steps = new ArrayList<>(prepare);
        steps.addAll(switching);
        return new Draft(verb, reason, differences, List.of(), List.copyOf(steps), finish, unkept);
    }

    /** The same with steps before those that disturb. @param why is put behind its reason; may be empty */
    Draft after(List<Step> first, String why) {
        List<Step> steps = new ArrayList<>(first);
        steps.addAll(switching);
        return new Draft(verb, reason + why, differences, prepare, List.copyOf(steps), finish, unkept);
    }

    boolean isReplacement() {
        return verb == Verb.REPLACE;
    }

    /** The same with further steps behind, for another reason. */
    Draft then(Verb otherVerb, String otherReason, List<Step> further) {
        List<Step> steps = new ArrayList<>(switching);
        steps.addAll(further);
        return new Draft(otherVerb, otherReason, differences, prepare, List.copyOf(steps), finish, unkept);
    }
}
