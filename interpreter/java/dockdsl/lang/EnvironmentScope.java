package dockdsl.lang;

import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.SiteWords;
import java.util.List;
import java.util.Optional;

/** The words of the {@code environment} that is chosen: those of the site around it, with more right. */
final class EnvironmentScope implements Scope {
    private final SiteScope site;

    EnvironmentScope(SiteScope site) {
        this.site = site;
    }

    @Override
    public Block block() {
        return SiteWords.ENVIRONMENT;
    }

    @Override
    public Optional<Facts> facts() {
        return site.facts();
    }

    @Override
    public <T> void hear(Setting<T> setting, T value, Said said) {
        site.hearOf(this, setting, value, said);
    }

    @Override
    public List<? extends Scope> open(Block block, Said said, List<Said> on) {
        return site.openOf(this, block, said, on);
    }

    @Override
    public void keep(Block block, Said said, List<Said> on, Kept body) {
        site.keepOf(this, block, said, on, body);
    }

    @Override
    public void miss(String word) {
        site.miss(word);
    }

    @Override
    public void close() {
        // The site around it goes on.
    }
}
