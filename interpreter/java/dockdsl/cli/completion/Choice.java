package dockdsl.cli.completion;

import dockdsl.cli.manual.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may stand at a place of the command line, read from how help calls that place. */
sealed interface Choice {
    /** Files and folders, told apart by the shell. */
    enum Files implements Choice {
        FILES,
        FOLDERS,
        SITES
    }

    /** Names that are in the site or the inventory; {@code dockdsl __complete} tells them. */
    enum Names implements Choice {
        HOSTS,
        CONTAINERS,
        ENVIRONMENTS,
        IMAGES
    }

    record Words(List<String> words) implements Choice {}

    /** @param called a word such as {@code FILE}, {@code [CONTAINER...]} or {@code bash|zsh|fish} */
    static Optional<Choice> of(String called) {
        String bare = called.replaceAll("[\\[\\].]", "");
        if (bare.equals(bare.toLowerCase(Locale.ROOT)) && bare.contains("|")) {
            return Optional.of(new Words(List.of(bare.split("\\|"))));
        }
        return switch (bare) {
            case "FILE", "SOURCE", "ID@SOURCE", "PATH", "LOCAL" -> Optional.of(Files.FILES);
            case "FOLDER" -> Optional.of(Files.FOLDERS);
            case "SITE" -> Optional.of(Files.SITES);
            case "PATTERN", "HOST" -> Optional.of(Names.HOSTS);
            case "CONTAINER" -> Optional.of(Names.CONTAINERS);
            case "ENVIRONMENT" -> Optional.of(Names.ENVIRONMENTS);
            case "IMAGE" -> Optional.of(Names.IMAGES);
            case "TOPIC" -> Optional.of(new Words(Topics.names()));
            default -> Optional.empty();
        };
    }

    /** As the scripts for bash and zsh call it. */
    default String name(String betweenWords) {
        return switch (this) {
            case Files files -> files.name().toLowerCase(Locale.ROOT);
            case Names names -> names.name().toLowerCase(Locale.ROOT);
            case Words(List<String> words) -> "words:" + String.join(betweenWords, words);
        };
    }
}
