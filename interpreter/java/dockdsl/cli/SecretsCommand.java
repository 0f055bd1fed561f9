package dockdsl.cli;

import dockdsl.cli.line.Command;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Questions;
import dockdsl.cli.text.Line;
import dockdsl.problem.Nearest;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.UsageMistake;
import dockdsl.secret.local.Editor;
import dockdsl.secret.local.KeptFile;
import dockdsl.secret.local.LocalFile;
import dockdsl.value.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code dockdsl secrets}: encrypted files, with the habits of {@code ansible-vault}. */
final class SecretsCommand {
    private static final List<String> ACTIONS =
            List.of(Command.SECRETS.places().getFirst().split("\\|"));
    private static final String STANDARD = "-";

    private final Invocation invocation;
    private final Surroundings surroundings;
    private final Sealing sealing;

    SecretsCommand(Invocation invocation, Surroundings surroundings) {
        this.invocation = invocation;
        this.surroundings = surroundings;
        this.sealing = new Sealing(
                invocation,
                new Secrets(invocation, surroundings, new Questions(surroundings.screen(), surroundings.input())));
    }

    int run() {
        String action =
                invocation.arguments().isEmpty() ? "" : invocation.arguments().getFirst();
        switch (action) {
            case "create" -> create(onlyFile());
            case "edit" -> edit(onlyFile());
            case "view" -> someFiles().forEach(file -> surroundings.screen().reveal(opened(file)));
            case "encrypt" -> encrypt();
            case "decrypt" -> decrypt();
            case "rekey" -> rekey();
            case "encrypt_string" -> encryptString();
            default -> throw unknown(action);
        }
        return ExitCode.OK;
    }

    private static UsageMistake unknown(String action) {
        String all = "The actions are " + String.join(", ", ACTIONS) + ".";
        return new UsageMistake(
                action.isEmpty() ? "`secrets` needs an action." : "`" + action + "` is no action of `secrets`.",
                (Nearest.hint(action, ACTIONS) + " " + all).strip());
    }

    private void create(LocalFile file) {
        if (Files.exists(file.path())) {
            throw new NothingToWorkOn(
                    "The file " + file + " exists.", "Change it: `dockdsl secrets edit " + file + "`.");
        }
        needTerminal();
        Sealing.Lock lock = sealing.lock();
        KeptFile.replace(file.path(), lock.seal(editor().edited(Secret.of(""), name(file))));
    }

    private void edit(LocalFile file) {
        needTerminal();
        byte[] sealed = file.bytes();
        Secret before = sealing.open(sealed, file);
        Secret after = editor().edited(before, name(file));
        if (!after.equals(before)) {
            KeptFile.replace(file.path(), sealing.sealLike(sealed, after, file));
        }
    }

    private void needTerminal() {
        if (!surroundings.interactive()) {
            throw new NothingToWorkOn(
                    "There is no terminal to edit in.",
                    "Run it in a terminal, or `dockdsl secrets encrypt` a file that is there.");
        }
    }

    private Editor editor() {
        return Editor.of(surroundings.environment());
    }

    private static String name(LocalFile file) {
        return file.path().getFileName().toString();
    }

    private void encrypt() {
        List<LocalFile> files = files();
        Sealing.Lock lock = sealing.lock();
        if (files.isEmpty()) {
            write(Optional.empty(), lock.seal(unsealed(input(), "Standard input")));
        } else {
            onlyOneWithOutput(files);
            files.forEach(file -> write(Optional.of(file), lock.seal(unsealed(file.bytes(), "The file " + file))));
        }
        done("Encryption successful");
    }

    private static Secret unsealed(byte[] plain, String what) {
        if (Sealing.isSealed(plain)) {
            throw new NothingToWorkOn(
                    what + " is encrypted already.", "`dockdsl secrets rekey` gives it another password.");
        }
        return Secret.of(plain);
    }

    private void decrypt() {
        List<LocalFile> files = files();
        if (files.isEmpty()) {
            write(Optional.empty(), sealing.open(input(), "Standard input").reveal());
        } else {
            onlyOneWithOutput(files);
            files.forEach(file -> write(Optional.of(file), opened(file).reveal()));
        }
        done("Decryption successful");
    }

    private void rekey() {
        List<LocalFile> files = someFiles();
        List<Secret> opened = files.stream().map(this::opened).toList();
        Sealing.Lock lock = sealing.newLock();
        for (int i = 0; i < files.size(); i++) {
            KeptFile.replace(files.get(i).path(), lock.seal(opened.get(i)));
        }
        done("Rekey successful");
    }

    private void encryptString() {
        List<String> texts =
                invocation.arguments().subList(1, invocation.arguments().size());
        Sealing.Lock lock = sealing.lock();
        Optional<String> name = invocation.last(Option.NAME);
        if (invocation.has(Option.PROMPT)) {
            string(name, sealing.asked("Text to encrypt:"), lock);
        } else if (texts.isEmpty() || texts.equals(List.of(STANDARD))) {
            string(invocation.last(Option.STDIN_NAME).or(() -> name), Secret.of(input()), lock);
        } else {
            texts.forEach(text -> string(name, Secret.of(text), lock));
        }
        done("Encryption successful");
    }

    /** Ten blanks, as {@code ansible-vault} indents. */
    private void string(Optional<String> name, Secret plain, Sealing.Lock lock) {
        String text = new String(lock.seal(plain), StandardCharsets.US_ASCII);
        StringBuilder yaml = new StringBuilder(name.map(known -> known + ": ").orElse("") + "!vault |\n");
        text.lines().forEach(line -> yaml.append(" ".repeat(10)).append(line).append('\n'));
        surroundings.screen().document(yaml.toString());
    }

    private Secret opened(LocalFile file) {
        return sealing.open(file.bytes(), file);
    }

    /** To where {@code --output} says, else back to the file, else to standard output. */
    private void write(Optional<LocalFile> file, byte[] content) {
        Optional<Path> to = invocation
                .last(Option.OUTPUT)
                .or(() -> Optional.of(file.map(LocalFile::toString).orElse(STANDARD)))
                .filter(name -> !name.equals(STANDARD))
                .map(name -> surroundings.folder().resolve(name));
        to.ifPresentOrElse(
                path -> KeptFile.replace(path, content),
                () -> surroundings.screen().reveal(Secret.of(content)));
    }

    private void onlyOneWithOutput(List<LocalFile> files) {
        if (files.size() > 1 && invocation.has(Option.OUTPUT)) {
            throw new UsageMistake("`--output` takes what becomes of one file, not of several.", "Name one file.");
        }
    }

    private byte[] input() {
        try {
            byte[] bytes = surroundings.input().readNBytes(LocalFile.MOST_BYTES + 1);
            if (bytes.length > LocalFile.MOST_BYTES) {
                throw new NothingToWorkOn("Standard input has more than 1 MB.", "It can hardly be a secret.");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for standard input. */
    private List<LocalFile> files() {
        return invocation.arguments().stream()
                .skip(1)
                .filter(name -> !name.equals(STANDARD))
                .map(name -> new LocalFile(surroundings.folder().resolve(name)))
                .toList();
    }

    private List<LocalFile> someFiles() {
        List<LocalFile> files = files();
        if (files.isEmpty()) {
            throw new UsageMistake(
                    "It is not said which file.",
                    "Name it: `dockdsl secrets " + invocation.arguments().getFirst() + " FILE`.");
        }
        return files;
    }

    private LocalFile onlyFile() {
        List<LocalFile> files = someFiles();
        if (files.size() > 1) {
            throw new UsageMistake("These are several files.", "Name one at a time.");
        }
        return files.getFirst();
    }

    private void done(String what) {
        surroundings.screen().complain(List.of(Line.of(what)));
    }
}
