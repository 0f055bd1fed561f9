package dockdsl.plan;

import dockdsl.model.SiteSecret;
import dockdsl.value.FileMode;
import dockdsl.value.FileTree;
import dockdsl.value.FileUse;
import dockdsl.value.Fingerprint;
import dockdsl.value.Owner;
import dockdsl.value.Parcel;
import dockdsl.vocabulary.Delivered;
import java.util.List;
import java.util.Map;

/** One thing that a container gets. */
sealed interface Goods {
    int DIGITS = 32;

    /** Its place in the container, or the name of the variable. */
    String at();

    /** What the container remembers of it. @param container the engine's name */
    Delivered remembered(String container);

    /** What travels, below this path. */
    List<Parcel.Entry> entries(String path);

    /** A file or a folder of the site. */
    record OfSite(FileUse use) implements Goods {
        @Override
        public String at() {
            return use.at();
        }

        @Override
        public Delivered remembered(String container) {
            FileTree tree = use.tree();
            boolean asItIs = tree.isFolder() && use.mode().isEmpty();
            String digest = asItIs
                    ? new Fingerprint()
                            .add(tree.digest())
                            .add(String.join("\n", tree.programs()))
                            .digits()
                    : tree.digest();
            return new Delivered(
                    Delivered.FILE,
                    Delivered.NONE,
                    asItIs ? Delivered.NONE : mode(tree.nodes().get("")).toString(),
                    use.owner().toString(),
                    digest.substring(0, DIGITS),
                    at());
        }

        @Override
        public List<Parcel.Entry> entries(String path) {
            return use.tree().nodes().entrySet().stream()
                    .map(node -> entry(path, node))
                    .toList();
        }

        private Parcel.Entry entry(String path, Map.Entry<String, FileTree.Node> node) {
            String place = node.getKey().isEmpty() ? path : path + "/" + node.getKey();
            FileMode mode = mode(node.getValue());
            boolean isFolder = node.getValue() instanceof FileTree.Folder;
            return new Parcel.Entry(place, node.getValue(), isFolder ? mode.ofFolder() : mode, use.owner());
        }

        /** Programs stay programs; nothing else of a mode is the same on two machines that have the same files. */
        private FileMode mode(FileTree.Node node) {
            boolean isProgram = node instanceof FileTree.File file && file.executable();
            return use.mode().orElse(isProgram ? FileMode.PROGRAM : FileMode.USUAL);
        }
    }

    /** A secret that becomes a file. */
    record OfSecret(SiteSecret secret, String at, FileMode mode, Owner owner) implements Goods {
        @Override
        public Delivered remembered(String container) {
            return new Delivered(
                    Delivered.SECRET,
                    secret.name(),
                    mode.toString(),
                    owner.toString(),
                    secret.fingerprint(container),
                    at);
        }

        @Override
        public List<Parcel.Entry> entries(String path) {
            return List.of(new Parcel.Entry(path, new FileTree.File(secret.value(), false), mode, owner));
        }
    }

    /** A secret that becomes an environment variable. */
    record Variable(SiteSecret secret, String at) implements Goods {
        @Override
        public Delivered remembered(String container) {
            return new Delivered(
                    Delivered.VARIABLE,
                    secret.name(),
                    Delivered.NONE,
                    Delivered.NONE,
                    secret.fingerprint(container),
                    at);
        }

        @Override
        public List<Parcel.Entry> entries(String path) {
            return List.of();
        }
    }
}
