package dockdsl.cli;

import dockdsl.cli.graph.MermaidGraph;
import dockdsl.cli.graph.SvgGraph;
import dockdsl.cli.graph.TextGraph;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Questions;
import dockdsl.cli.screen.Terminals;
import dockdsl.cli.text.Line;
import dockdsl.graph.SiteGraph;
import dockdsl.model.Host;

/** {@code dockdsl graph}: draws a site. */
record GraphCommand(Surroundings surroundings) {
    private static final int USUAL_WIDTH = 100;

    int run(Invocation invocation) {
        Questions questions = new Questions(surroundings.screen(), surroundings.input());
        Job job = new JobReader(surroundings, questions).read(invocation);
        SiteGraph graph =
                SiteGraph.of(job.site(), job.hosts().stream().map(Host::name).toList());
        OutputFile file =
                new OutputFile(surroundings, invocation.last(Option.OUTPUT).orElse(OutputFile.STANDARD_OUTPUT));
        if (invocation.has(Option.SVG)) {
            file.write(SvgGraph.of(graph));
        } else if (invocation.has(Option.MERMAID)) {
            file.write(MermaidGraph.of(graph));
        } else if (file.isStandardOutput()) {
            surroundings.screen().say(TextGraph.of(graph, width()));
        } else {
            file.write(Line.plain(TextGraph.of(graph, USUAL_WIDTH)));
        }
        return ExitCode.OK;
    }

    private int width() {
        return surroundings.live() ? Terminals.width(surroundings.environment()) : USUAL_WIDTH;
    }
}
