package dockdsl.inventory;

import dockdsl.lang.InventoryFile;
import dockdsl.problem.SourceRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One file of an inventory, read by its kind.
 *
 * @param groovy reads it when it is written in the language
 * @param decryption for what is encrypted in it
 * @param printouts of programs
 */
record SourceFile(Path path, InventoryFile groovy, Decryption decryption, Printouts printouts) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> NO_PROGRAMS =
            List.of(".yml", ".yaml", ".json", ".ini", ".cfg", ".toml", ".groovy");
    private static final Pattern YAML_LINE =
            Pattern.compile("(?:---|%YAML|\\{|['\"]?[^\\s\\[\\]:=#;'\"]+['\"]?\\s*:(?:\\s|\\z)).*");

    void read(Draft draft, Mistakes mistakes) {
        if (path.toString().endsWith(".groovy")) {
            draft.adopt(groovy.read(path));
        } else if (isProgram()) {
            program(draft, mistakes);
        } else if (ending().equals(".toml")) {
            mistakes.add(
                    SourceRef.startOf(path.toString()),
                    "inventories in TOML are not read",
                    "Write it as .yml, .ini or .groovy: `ansible-inventory -i " + path + " --list --yaml`.");
        } else {
            TextFile.read(path, decryption, mistakes).ifPresent(text -> text(text, draft, mistakes));
        }
    }

    private void text(TextFile text, Draft draft, Mistakes mistakes) {
        boolean yaml = switch (ending()) {
            case ".yml", ".yaml" -> true;
            case "" -> looksLikeYaml(text);
            default -> false;
        };
        if (yaml) {
            YamlTree.read(text, mistakes).ifPresent(content -> YamlReader.read(content, draft, mistakes));
        } else if (ending().equals(".json")) {
            JsonTree.read(text, mistakes).ifPresent(content -> YamlReader.read(content, draft, mistakes));
        } else {
            IniReader.read(text, draft, mistakes);
        }
    }

    private static boolean looksLikeYaml(TextFile text) {
        return text.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst()
                .filter(line -> YAML_LINE.matcher(line).matches())
                .isPresent();
    }

    private void program(Draft draft, Mistakes mistakes) {
        if (!Files.isExecutable(path)) {
            mistakes.add(
                    SourceRef.startOf(path.toString()),
                    "this is a program, but it may not be run",
                    "Allow it: chmod +x " + path + ".");
            return;
        }
        Program program = new Program(path, PATIENCE, decryption, mistakes, printouts);
        program.list().ifPresent(list -> ProgramReader.read(list, program::host, draft, mistakes));
    }

    /** Files on some disks are all executable, so those with an ending of data are data, unless they begin as a program. */
    private boolean isProgram() {
        return Files.isRegularFile(path)
                && (beginsAsProgram() || Files.isExecutable(path) && !NO_PROGRAMS.contains(ending()));
    }

    private boolean beginsAsProgram() {
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(2), new byte[] {'#', '!'});
        } catch (IOException unreadable) {
            return false;
        }
    }

    private String ending() {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
    }
}
