package dockdsl.host;

import java.util.List;

/**
 * The processes of a container, as {@code ps} of its host tells.
 *
 * @param titles of the columns
 * @param processes each with as many fields as there are titles
 */
public record ProcessList(List<String> titles, List<List<String>> processes) {}
