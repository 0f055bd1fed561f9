package dockdsl.lang;

import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.InventoryWords;
import dockdsl.vocabulary.SecretWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.SiteWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of a {@code group} block, and of the inventory around it: hosts, variables and inner groups. */
final class GroupScope implements Scope {
    private final Block block;
    private final Optional<String> name;
    private final InventoryDraft draft;
    private final NamedSecrets secrets;
    private final Problems problems;

    private GroupScope(
            Block block, Optional<String> name, InventoryDraft draft, NamedSecrets secrets, Problems problems) {
        this.secrets = secrets;
        this.block = block;
        this.name = name;
        this.draft = draft;
        this.problems = problems;
    }

    /** What stands outside of all groups; in a site file, too. */
    static GroupScope outermost(InventoryDraft draft, NamedSecrets secrets, Problems problems) {
        return new GroupScope(InventoryWords.BLOCK, Optional.empty(), draft, secrets, problems);
    }

    @Override
    public Block block() {
        return block;
    }

    @Override
    public <T> void hear(Setting<T> setting, T value, Said said) {
        SourceRef where = said.where();
        if (value instanceof InventoryWords.HostLine line) {
            draft.host(line, name, where);
        } else if (value instanceof Map<?, ?> vars) {
            vars.forEach((key, each) -> draft.vars(name, Map.of(String.valueOf(key), each)));
        } else if (setting == SecretWords.SECRET) {
            ((List<?>) value)
                    .forEach(secret -> secrets.declare((SiteWords.NamedSecret) secret, where, false)
                            .ifPresent(problems::add));
        } else if (value instanceof List<?> children) {
            children.forEach(child -> draft.child(name.orElseThrow(), String.valueOf(child), where));
        }
    }

    @Override
    public void miss(String word) {
        // Hosts need nothing but a name, so nothing is missed.
    }

    @Override
    public List<Scope> open(Block inner, Said said, List<Said> on) {
        Optional<String> group = said.read(BlockName.KIND, problems);
        if (group.isPresent() && !group.get().matches("[a-zA-Z0-9_][a-zA-Z0-9_.-]*")
                || group.equals(Optional.of("all"))) {
            problems.add(
                    said.places().firstArgument(),
                    "'" + group.orElseThrow() + "' is not a name for a group",
                    "Use letters, digits, dots, dashes and underscores; `all` is every host.");
            return List.of();
        }
        group.ifPresent(each -> draft.group(each, name, said.where()));
        return group.map(each -> new GroupScope(InventoryWords.GROUP, group, draft, secrets, problems)).stream()
                .map(Scope.class::cast)
                .toList();
    }

    @Override
    public void close() {
        // The draft is built when the file is read to its end.
    }
}
