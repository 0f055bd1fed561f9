package dockdsl.cli;

import dockdsl.adhoc.Chosen;
import dockdsl.adhoc.Place;
import dockdsl.adhoc.Workshops;
import dockdsl.cli.json.Document;
import dockdsl.cli.line.Command;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.FailureText;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.ProcessText;
import dockdsl.cli.text.UseRow;
import dockdsl.host.ProcessList;
import dockdsl.model.Host;
import dockdsl.observed.Sample;
import dockdsl.problem.DockdslException;
import dockdsl.run.Parallel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;

/** {@code dockdsl top} and {@code dockdsl stats}: what runs in the containers of a site, and what they use. */
record LookCommand(Surroundings surroundings, Wiring wiring, Interruption interruption) {
    /** Between the two looks that it takes to know what is used. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Duration USUALLY_EVERY = Duration.ofSeconds(2);

    int run(Invocation invocation) {
        return new ByHand(surroundings, wiring, interruption).run(invocation, (workshops, reader) -> {
            Chosen chosen = Selection.of(reader.read(invocation), invocation.arguments())
                    .chosen();
            Look look = new Look(invocation, workshops, chosen, Collections.synchronizedList(new ArrayList<>()));
            return invocation.command() == Command.TOP ? top(look) : stats(look);
        });
    }

    /** @param lost what could not be looked at, and why */
    private record Look(Invocation invocation, Workshops workshops, Chosen chosen, List<DockdslException> lost) {
        /** A host that is lost does not keep anybody from looking at the others. */
        List<Member> members() {
            Map<String, List<Member>> found = new ConcurrentHashMap<>();
            Parallel.unbounded().each(chosen.hosts(), host -> found.put(host.name(), membersOn(host)));
            List<Member> members = new ArrayList<>();
            chosen.hosts().forEach(host -> members.addAll(found.get(host.name())));
            return members;
        }

        private List<Member> membersOn(Host host) {
            try {
                return Member.running(workshops, new Chosen(chosen.site(), List.of(host), chosen.which()));
            } catch (DockdslException e) {
                lost.add(e);
                return List.of();
            }
        }
    }

    private int top(Look look) {
        Map<Place, ProcessList> found = new ConcurrentHashMap<>();
        List<Member> members = look.members();
        Parallel.unbounded().each(members, member -> {
            try {
                found.put(
                        member.place(),
                        member.operations().processes(member.container().id()));
            } catch (DockdslException e) {
                look.lost().add(e);
            }
        });
        SequencedMap<Place, ProcessList> lists = new LinkedHashMap<>();
        members.stream()
                .map(Member::place)
                .filter(found::containsKey)
                .forEach(place -> lists.put(place, found.get(place)));
        if (look.invocation().has(Option.JSON)) {
            return told(look, new Document("top").with("processes", ProcessText.fields(lists)));
        }
        if (!lists.isEmpty() || look.lost().isEmpty()) {
            screen().say(ProcessText.of(lists, surroundings.width()));
        }
        return told(look);
    }

    private int stats(Look look) {
        List<Member> members = look.members();
        Map<Place, Sample> before = samples(members, look);
        pause(PAUSE);
        Map<Place, Sample> now = samples(members, look);
        if (look.invocation().has(Option.WATCH)) {
            return watch(look, members, before, now);
        }
        List<UseRow> rows = rows(members, before, now);
        if (look.invocation().has(Option.JSON)) {
            return told(look, new Document("stats").with("containers", UseRow.fields(rows)));
        }
        if (!rows.isEmpty() || look.lost().isEmpty()) {
            screen().say(UseRow.table(rows, surroundings.width()));
        }
        return told(look);
    }

    private static Map<Place, Sample> samples(List<Member> members, Look look) {
        Map<String, List<Member>> byHost = new LinkedHashMap<>();
        members.forEach(member -> byHost.computeIfAbsent(member.host().name(), host -> new ArrayList<>())
                .add(member));
        Map<Place, Sample> samples = new ConcurrentHashMap<>();
        Parallel.unbounded().each(byHost.values(), those -> {
            try {
                samples.putAll(samples(those));
            } catch (DockdslException e) {
                look.lost().add(e);
            }
        });
        return samples;
    }

    private static Map<Place, Sample> samples(Collection<Member> ofOneHost) {
        Map<String, Sample> byId = ofOneHost
                .iterator()
                .next()
                .operations()
                .samples(ofOneHost.stream()
                        .map(member -> member.container().id())
                        .toList());
        Map<Place, Sample> samples = new LinkedHashMap<>();
        ofOneHost.forEach(
                member -> Optional.ofNullable(byId.get(member.container().id()))
                        .ifPresent(sample -> samples.put(member.place(), sample)));
        return samples;
    }

    private static List<UseRow> rows(List<Member> members, Map<Place, Sample> before, Map<Place, Sample> now) {
        List<UseRow> rows = new ArrayList<>();
        for (Member member : members) {
            Optional<Sample> sample = Optional.ofNullable(now.get(member.place()));
            sample.ifPresent(found -> rows.add(new UseRow(
                    member.place(),
                    found.since(before.getOrDefault(member.place(), found)).cpuPercent(),
                    found)));
        }
        return rows;
    }

    private int watch(Look look, List<Member> members, Map<Place, Sample> before, Map<Place, Sample> now) {
        interruption.endsQuietlyWith(ExitCode.OK);
        Duration every = look.invocation().last(Option.WATCH).orElse("").isEmpty()
                ? USUALLY_EVERY
                : look.invocation().duration(Option.WATCH, USUALLY_EVERY);
        int width = surroundings.width();
        List<Member> seen = members;
        Map<Place, Sample> earlier = before;
        Map<Place, Sample> later = now;
        while (!screen().isUnheard()) {
            show(UseRow.table(rows(seen, earlier, later), width), look);
            pause(every);
            seen = look.members();
            earlier = later;
            later = samples(seen, look);
        }
        return told(look);
    }

    private void show(List<Line> lines, Look look) {
        List<DockdslException> lost = List.copyOf(look.lost());
        look.lost().removeAll(lost);
        lost.forEach(why -> screen().complain(FailureText.of(why)));
        if (surroundings.live()) {
            screen().frame(lines);
        } else {
            screen().say(lines);
        }
    }

    private int told(Look look, Document document) {
        int code = told(look);
        screen().document(document.text(code));
        return code;
    }

    private int told(Look look) {
        look.lost().forEach(why -> screen().complain(FailureText.of(why)));
        return ExitCode.of(look.lost());
    }

    private Screen screen() {
        return surroundings.screen();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
