package dockdsl.lang;

import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.RecipeBlocks;
import dockdsl.vocabulary.RecipeWords;
import dockdsl.vocabulary.RecipeWords.Argument;
import dockdsl.vocabulary.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a recipe says of itself.
 *
 * @param inContainer whether it is used inside of a container's block
 * @param about sentences
 */
public record Recipe(String name, boolean inContainer, String about, List<Argument> arguments) {
    public Recipe {
        arguments = List.copyOf(arguments);
    }

    static Recipe read(String name, Block kind, SourceText source) {
        Listener listener = new Listener(kind);
        Problems problems = new Problems();
        new ScriptCompiler(source, kind, problems).compile().ifPresent(compiled -> {
            Evaluation evaluation = new Evaluation(source, problems, listener);
            evaluation.guard(() -> compiled.script().evaluate(evaluation));
        });
        problems.throwIfAny();
        return new Recipe(name, kind == RecipeBlocks.CONTAINER, listener.about, listener.arguments);
    }

    /** Hears what a recipe takes, and nothing else. */
    private static final class Listener implements Scope {
        private final Block kind;
        private final List<Argument> arguments = new ArrayList<>();
        private final Given anything =
                new Given(new RecipeWords.Use("", Map.of(), Map.of(), SourceRef.startOf("")), new Problems());
        private String about = "";

        Listener(Block kind) {
            this.kind = kind;
        }

        @Override
        public Block block() {
            return kind;
        }

        @Override
        public Optional<Given> given() {
            return Optional.of(anything);
        }

        @Override
        public <T> void hear(Setting<T> setting, T value, Said said) {
            if (setting == RecipeWords.ABOUT) {
                about = (String) value;
            } else if (setting == RecipeWords.ARGUMENT) {
                ((List<?>) value).forEach(argument -> {
                    arguments.add((Argument) argument);
                    anything.take((Argument) argument);
                });
            }
        }

        @Override
        public List<? extends Scope> open(Block block, Said said, List<Said> on) {
            return List.of();
        }

        @Override
        public void miss(String word) {
            // Its values are not known here.
        }

        @Override
        public void close() {
            // The recipe takes what it has said.
        }
    }
}
