package dockdsl.check;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.model.Unread;
import dockdsl.problem.Nearest;
import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.FileUse;
import dockdsl.value.Mount;
import dockdsl.value.SecretUse;
import dockdsl.value.Tmpfs;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.ContentWords;
import dockdsl.vocabulary.Delivered;
import dockdsl.vocabulary.IsolationWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.SiteWords;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is put into containers has a place of its own, and secrets are declared. */
final class ContentRules {
    private ContentRules() {}

    static void check(ContainerSpec container, Problems problems) {
        Set<String> taken = takenPlaces(container);
        for (FileUse file : files(container)) {
            checkPlace(container, ContentWords.FILE, file.at(), taken, problems);
        }
        for (SecretUse secret : secrets(container)) {
            secret.place().ifPresent(at -> checkPlace(container, ContentWords.SECRET, at, taken, problems));
            secret.variable().ifPresent(name -> checkVariable(container, secret.name(), name, problems));
        }
        checkVariablesDiffer(container, problems);
    }

    private static List<FileUse> files(ContainerSpec container) {
        return container.settings().get(ContentWords.FILE, List.of());
    }

    private static List<SecretUse> secrets(ContainerSpec container) {
        return container.settings().get(ContentWords.SECRET, List.of());
    }

    private static Set<String> takenPlaces(ContainerSpec container) {
        Set<String> taken = new HashSet<>();
        container.settings().get(ContainerWords.VOLUME, Collections.emptySortedSet()).stream()
                .map(Mount::target)
                .forEach(taken::add);
        container.settings().get(IsolationWords.TMPFS, Collections.emptySortedSet()).stream()
                .map(Tmpfs::target)
                .forEach(taken::add);
        return taken;
    }

    private static void checkPlace(
            ContainerSpec container, Setting<?> setting, String at, Set<String> taken, Problems problems) {
        SourceRef where = SiteChecker.where(container, setting);
        if (at.equals(Delivered.ANCHOR) || at.startsWith(Delivered.ANCHOR + "/")) {
            problems.add(where, at + " is one of dockdsl's own places", "Put it elsewhere.");
        } else if (!taken.add(at)) {
            problems.add(
                    where,
                    "something of container '" + container.name() + "' is at " + at + " already",
                    "Give one of them another place: at: '...'.");
        }
        files(container).stream()
                .filter(folder -> at.startsWith(folder.at() + "/"))
                .findFirst()
                .ifPresent(folder -> problems.add(
                        where,
                        at + " lies in " + folder.at() + ", which is given to the container as it is",
                        "Nothing can be added to it there. Put this one elsewhere, or give the files one by one."));
    }

    private static void checkVariable(ContainerSpec container, String secret, String name, Problems problems) {
        problems.add(Problem.warning(
                SiteChecker.where(container, ContentWords.SECRET),
                "container '" + container.name() + "' gets the secret '" + secret + "' as the variable " + name,
                "`docker inspect` shows it to everybody who may ask the engine. "
                        + "Where the program can read a file, write: secret '" + secret + "'."));
        if (container
                .settings()
                .get(ContainerWords.ENV, Collections.emptySortedMap())
                .containsKey(name)) {
            problems.add(
                    SiteChecker.where(container, ContentWords.SECRET),
                    "container '" + container.name() + "' says twice what the variable " + name + " is",
                    "Remove it from `env` or the secret.");
        }
    }

    private static void checkVariablesDiffer(ContainerSpec container, Problems problems) {
        Set<String> seen = new HashSet<>();
        secrets(container).stream()
                .flatMap(secret -> secret.variable().stream())
                .filter(name -> !seen.add(name))
                .forEach(name -> problems.add(
                        SiteChecker.where(container, ContentWords.SECRET),
                        "two secrets of container '" + container.name() + "' become the variable " + name,
                        "Give one of them another name: asEnv: '...'."));
    }

    static void checkDeclared(Site site, Unread unread, Problems problems) {
        if (unread.mayDeclare(SiteWords.SECRET.name())) {
            return;
        }
        for (ContainerSpec container : site.containers()) {
            secrets(container).stream()
                    .map(SecretUse::name)
                    .filter(name -> !site.secrets().containsKey(name))
                    .forEach(name -> problems.add(
                            SiteChecker.where(
                                    container,
                                    ContentWords.SECRET,
                                    uses -> uses.stream()
                                            .anyMatch(use -> use.name().equals(name))),
                            "there is no secret '" + name + "'",
                            remedy(name, site.secrets().keySet())));
        }
    }

    private static String remedy(String name, Set<String> known) {
        return Nearest.to(name, known)
                        .map(near -> "Did you mean '" + near + "'? Else declare")
                        .orElse("Declare") + " it at the top level: secret '" + name + "', from: env('"
                + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "').";
    }
}
