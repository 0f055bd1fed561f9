package dockdsl.host;

/**
 * The terminal that a command is given.
 *
 * @param type the value of {@code TERM}, such as {@code xterm-256color}
 * @param columns at least 1
 * @param rows at least 1
 */
public record Terminal(String type, int columns, int rows) {
    public Terminal {
        columns = Math.max(1, columns);
        rows = Math.max(1, rows);
    }
}
