package dockdsl.plan;

import dockdsl.model.Declared;
import dockdsl.value.Tree;
import dockdsl.vocabulary.EngineForm;
import dockdsl.vocabulary.Setting;
import java.util.ArrayList;
import java.util.List;

/** A network or a volume as it is declared, beside the one that a host has. */
record Standing(List<Setting<?>> kept, Declared declared) {

    /** @param seen as the engine lists it */
    List<Difference> differences(Tree seen) {
        List<Difference> differences = new ArrayList<>();
        kept.forEach(setting -> compare(setting, seen, differences));
        return List.copyOf(differences);
    }

    private <T> void compare(Setting<T> setting, Tree seen, List<Difference> differences) {
        EngineForm<T> form = setting.engine().orElseThrow();
        T before = form.counted().of(seen, form.seen().apply(seen), declared.find(setting));
        T after = declared.find(setting).orElse(form.unset());
        if (!before.equals(after)) {
            differences.addAll(Comparison.differences(
                    setting.name(),
                    setting.kind().show().apply(before),
                    setting.kind().show().apply(after)));
        }
    }

    /** The same, of what is said only: nobody told the engine anything else. */
    Standing saidOnly() {
        return new Standing(kept.stream().filter(declared::says).toList(), declared);
    }

    /** @param body with a name and an owner */
    Tree into(Tree body) {
        Tree all = body;
        for (Setting<?> setting : kept) {
            all = with(all, setting);
        }
        return all;
    }

    private <T> Tree with(Tree body, Setting<T> setting) {
        return declared.find(setting)
                .map(value -> setting.engine().orElseThrow().into().apply(body, value))
                .orElse(body);
    }
}
