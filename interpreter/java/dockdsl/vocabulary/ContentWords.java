package dockdsl.vocabulary;

import dockdsl.value.FileUse;
import dockdsl.value.SecretUse;
import java.util.List;

/** The words of a {@code container} block about what is put into it before it starts. */
public final class ContentWords {
    public static final Setting<List<FileUse>> FILE = Setting.of(
                    "file",
                    ContentKinds.FILES,
                    "file 'conf/nginx.conf', at: '/etc/nginx/nginx.conf'",
                    "A file or a folder beside the site file, which the container finds at `at:` before it starts and cannot change. "
                            + "A folder goes with all that is in it and takes the place of what the image has there; "
                            + "links in it stay links. `content: 'text'` instead of a name gives the text itself. "
                            + "`mode: '0644'` and `owner: '101:101'` are those of the files; when not said, root owns them, "
                            + "everybody may read them, and programs stay programs. 64 MB at most. "
                            + "Another content gives a new container.")
            .alsoKnownAs("files", "config", "configs", "copy", "template")
            .adding(Kinds::joined)
            .layering(ContentKinds.byPlace(FileUse::at));

    public static final Setting<List<SecretUse>> SECRET = Setting.of(
                    "secret",
                    ContentKinds.SECRETS,
                    "secret 'redis_password'",
                    "A secret that the top level declares, as the file `/run/secrets/NAME`, byte for byte. "
                            + "`at:` gives it another name there, or an absolute path; `mode:` is '0400' when not said, and "
                            + "`owner:` the container's `user` if that is a number, else root. "
                            + "`asEnv: 'REDIS_PASSWORD'` makes it an environment variable instead, "
                            + "which `docker inspect` shows to everybody who may ask. "
                            + "Another value gives new containers to those that use it.")
            .alsoKnownAs("secrets")
            .adding(Kinds::joined)
            .layering(ContentKinds.byPlace(secret -> List.of(secret.place(), secret.variable())));

    private ContentWords() {}
}
