package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.diary.ScheduleKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run works on, wherever it was started from.
 *
 * @param file the absolute path of the site file, which may not be there
 * @param inventories absolute paths, or hosts with commas
 * @param limits patterns of hosts, and tags of containers
 */
record RunPlace(Path file, Optional<String> environment, List<String> inventories, List<String> limits) {

    static RunPlace of(Invocation invocation, Surroundings surroundings) {
        return of(
                invocation,
                surroundings,
                Operands.of(invocation, surroundings.folder()).site());
    }

    /** @param site as the user calls it; empty when not named */
    static RunPlace of(Invocation invocation, Surroundings surroundings, String site) {
        Path folder = surroundings.folder().toAbsolutePath();
        Path named = folder.resolve(site);
        Path file = site.isEmpty() || Files.isDirectory(named) ? named.resolve(JobReader.USUAL_FILE) : named;
        return new RunPlace(
                file.normalize(),
                new Wishes(invocation, surroundings).environment(),
                invocation.all(Option.INVENTORY).stream()
                        .map(source -> source.contains(",") ? source : absolute(folder, source))
                        .toList(),
                Stream.concat(
                                invocation.all(Option.LIMIT).stream(),
                                invocation.all(Option.TAGS).stream().map(tags -> "tags " + tags))
                        .toList());
    }

    static String absolute(Path folder, String path) {
        return folder.resolve(path).normalize().toString();
    }

    RunPlace withoutEnvironment() {
        return new RunPlace(file, Optional.empty(), inventories, limits);
    }

    String key() {
        return ScheduleKey.of(file, environment, inventories, limits);
    }
}
