package dockdsl.ledger;

/**
 * What a release was made of.
 *
 * @param file the site file's full path on the machine of the author
 * @param commit of the git work tree that the file is in; empty when it is in none
 * @param dirty whether files beside the site file were not committed
 * @param version of dockdsl
 * @param promotedFrom the environment whose contents it has and the release there: {@code staging 20261121-154501-ab12}; empty for
 *     a release of its own
 */
public record Origin(String file, String commit, boolean dirty, String version, String promotedFrom) {
    /** Of a release of its own. */
    public Origin(String file, String commit, boolean dirty, String version) {
        this(file, commit, dirty, version, "");
    }
}
