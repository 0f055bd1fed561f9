package dockdsl.cli;

import dockdsl.adhoc.Chosen;
import dockdsl.adhoc.FleetLogs;
import dockdsl.adhoc.Workshops;
import dockdsl.cli.adhoc.LogNewsText;
import dockdsl.cli.adhoc.LogText;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.host.LogWish;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.UsageMistake;
import dockdsl.value.Durations;
import dockdsl.value.Malformed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code dockdsl logs}: what the containers of a site write, in one order. */
record LogsCommand(Surroundings surroundings, Wiring wiring, Interruption interruption) {
    /** As {@code docker logs} ends when Ctrl-C ends it. */
    private static final int ENDED_BY_CTRL_C = 130;

    private static final int MOST_LINES = 1_000_000_000;

    int run(Invocation invocation) {
        LogWish wish = wish(invocation);
        Optional<Pattern> grep = invocation.last(Option.GREP).map(LogsCommand::pattern);
        return new ByHand(surroundings, wiring, interruption).run(invocation, (workshops, reader) -> {
            Chosen chosen = Selection.of(reader.read(invocation), invocation.arguments())
                    .chosen();
            if (wish.follow()) {
                interruption.endsQuietlyWith(ENDED_BY_CTRL_C);
            }
            return show(
                    invocation,
                    workshops,
                    chosen,
                    wish,
                    new LogText(surroundings.screen(), grep, invocation.has(Option.TIMESTAMPS)));
        });
    }

    private int show(Invocation invocation, Workshops workshops, Chosen chosen, LogWish wish, LogText text) {
        LogNewsText news = new LogNewsText(surroundings.screen());
        FleetLogs logs = new FleetLogs(workshops, chosen, wish, news);
        logs.read(entries -> {
            text.show(entries);
            return !surroundings.screen().isUnheard();
        });
        if (logs.foundNothing() && news.failures().isEmpty()) {
            throw new NothingToWorkOn("None of these containers is there.", "`dockdsl status` shows what is there.");
        }
        if (!wish.follow() && !text.hasShown() && news.failures().isEmpty()) {
            news.nothing(narrowed(invocation));
        }
        return ExitCode.of(news.failures());
    }

    /** Which lines were asked for, half a sentence. */
    private static String narrowed(Invocation invocation) {
        boolean within = invocation.has(Option.SINCE) || invocation.has(Option.UNTIL);
        return invocation
                        .last(Option.GREP)
                        .map(regex -> " that matches `--grep " + regex + "`")
                        .orElse("")
                + (within ? " in that time" : "");
    }

    private static LogWish wish(Invocation invocation) {
        return new LogWish(
                invocation.has(Option.FOLLOW),
                moment(invocation, Option.SINCE),
                moment(invocation, Option.UNTIL),
                tail(invocation));
    }

    private static OptionalInt tail(Invocation invocation) {
        boolean all = invocation.last(Option.TAIL).filter("all"::equals).isPresent();
        return all || !invocation.has(Option.TAIL)
                ? OptionalInt.empty()
                : OptionalInt.of(invocation.number(Option.TAIL, 1, MOST_LINES));
    }

    private static Optional<Instant> moment(Invocation invocation, Option option) {
        return invocation.last(option).map(text -> moment(option, text));
    }

    private static Instant moment(Option option, String text) {
        try {
            return text.contains("-") ? date(text) : Instant.now().minus(Durations.parse(text));
        } catch (Malformed | DateTimeException e) {
            throw new UsageMistake(
                    "`" + option.spelled() + " " + text + "` is neither a length of time nor a moment.",
                    "Write how long ago, such as `10m` or `2h`, or when: `2026-05-31T14:00`, in the time of this machine, or"
                            + " `2026-05-31T14:00:00Z`.",
                    e);
        }
    }

    private static Instant date(String text) {
        if (text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")) {
            return OffsetDateTime.parse(text).toInstant();
        }
        LocalDateTime local = text.contains("T")
                ? LocalDateTime.parse(text)
                : LocalDate.parse(text).atStartOfDay();
        return local.atZone(ZoneId.systemDefault()).toInstant();
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new UsageMistake(
                    "`--grep " + regex + "` is no regular expression: " + e.getDescription() + " at "
                            + (e.getIndex() + 1) + ".",
                    "To find these characters as they are: `--grep '\\Q" + regex + "\\E'`.",
                    e);
        }
    }
}
