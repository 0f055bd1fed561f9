package dockdsl.cli;

import dockdsl.adhoc.Crew;
import dockdsl.adhoc.Workshops;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Questions;

/** What commands have in common that people work with by hand: a way to hosts and engines, and a reader for what they mean. */
record ByHand(Surroundings surroundings, Wiring wiring, Interruption interruption) {
    /** As clush does. */
    private static final int USUALLY_AT_ONCE = 64;

    private static final int MOST_AT_ONCE = 1000;

    /** What is done with it. */
    interface Work {
        /** @return the exit code */
        int run(Workshops workshops, JobReader reader);
    }

    int run(Invocation invocation, Work work) {
        Questions questions = new Questions(surroundings.screen(), surroundings.input());
        SshWishes wishes = new SshWishes(invocation, surroundings, questions, atOnce(invocation));
        try (Connections connections = new Connections(wiring, wishes.settings());
                Crew crew = new Crew(new Approach(connections.connector(), surroundings))) {
            interruption.closesWith(connections::close);
            return work.run(
                    new Workshops(crew, wiring.engines()), new JobReader(surroundings, questions, connections::know));
        }
    }

    /** In how many places at a time. */
    static int atOnce(Invocation invocation) {
        return invocation.number(Option.FORKS, USUALLY_AT_ONCE, MOST_AT_ONCE);
    }
}
