package dockdsl.lang;

import dockdsl.problem.Problems;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.RecipeBlocks;
import dockdsl.vocabulary.RecipeWords;
import dockdsl.vocabulary.Setting;
import java.util.List;
import java.util.Optional;

/** The words at the top level of a recipe: those of the block that uses it, and what it takes. */
final class RecipeScope implements Scope {
    private final Scope user;
    private final Given given;

    RecipeScope(RecipeWords.Use use, Scope user, Problems problems) {
        this.user = user;
        this.given = new Given(use, problems);
    }

    @Override
    public Block block() {
        return user instanceof ContainerScope ? RecipeBlocks.CONTAINER : RecipeBlocks.SITE;
    }

    @Override
    public Optional<Facts> facts() {
        return user.facts();
    }

    @Override
    public Optional<Given> given() {
        return Optional.of(given);
    }

    @Override
    public <T> void hear(Setting<T> setting, T value, Said said) {
        if (setting == RecipeWords.ARGUMENT) {
            ((List<?>) value).forEach(argument -> given.take((RecipeWords.Argument) argument));
        } else if (setting != RecipeWords.ABOUT) {
            user.hear(setting, value, said);
        }
    }

    @Override
    public List<? extends Scope> open(Block block, Said said, List<Said> on) {
        return user.open(block, said, on);
    }

    @Override
    public void miss(String word) {
        user.miss(word);
    }

    @Override
    public void close() {
        given.tellUnknown();
    }
}
