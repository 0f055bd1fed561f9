package dockdsl.lang;

/** The names under which every file is compiled, so that what is compiled does not depend on where the file lies. */
final class ScriptNames {
    static final String CLASS = "SiteFile";
    static final String SOURCE = CLASS + ".groovy";

    private ScriptNames() {}
}
