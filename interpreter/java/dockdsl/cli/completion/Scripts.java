package dockdsl.cli.completion;

import dockdsl.problem.UsageMistake;

/** The scripts by which shells complete what is typed. */
public final class Scripts {
    private Scripts() {}

    /** @throws UsageMistake when there is none for that shell */
    public static String of(String shell) {
        return switch (shell) {
            case "bash" -> BashScript.text();
            case "zsh" -> ZshScript.text();
            case "fish" -> FishScript.text();
            default ->
                throw new UsageMistake(
                        shell.isEmpty()
                                ? "`completion` needs to know for which shell."
                                : "There is no completion for `" + shell + "`.",
                        "It is used like this: `dockdsl completion bash`; also zsh and fish.");
        };
    }
}
