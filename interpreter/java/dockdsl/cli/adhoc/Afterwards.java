package dockdsl.cli.adhoc;

import dockdsl.adhoc.Heard;

/** Keeps what is heard and has it told when all are done. */
public final class Afterwards implements Hearing {
    private final Transcript transcript = new Transcript();
    private final Telling telling;

    /** How a transcript is told. */
    public interface Telling {
        void tell(Transcript transcript, int exitCode);
    }

    public Afterwards(Telling telling) {
        this.telling = telling;
    }

    @Override
    public void heard(Heard heard) {
        transcript.note(heard);
    }

    @Override
    public void over(int exitCode) {
        telling.tell(transcript, exitCode);
    }
}
