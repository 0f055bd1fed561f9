package dockdsl.cli.text;

import dockdsl.plan.Verb;

/** How a verb looks in a plan. */
record Mark(String symbol, String word, Tone tone) {
    static Mark of(Verb verb) {
        return switch (verb) {
            case CREATE -> new Mark("+", "create", Tone.GOOD);
            case PULL -> new Mark("+", "pull", Tone.GOOD);
            case BUILD -> new Mark("+", "build", Tone.GOOD);
            case UPDATE -> new Mark("~", "update", Tone.CHANGE);
            case REPLACE -> new Mark("-/+", "replace", Tone.CHANGE);
            case START -> new Mark(">", "start", Tone.GOOD);
            case STOP -> new Mark("x", "stop", Tone.BAD);
            case RESTART -> new Mark("x/>", "restart", Tone.CHANGE);
            case REMOVE -> new Mark("-", "remove", Tone.BAD);
        };
    }
}
