package dockdsl.vocabulary;

import dockdsl.value.Bytes;
import dockdsl.value.CpuSet;
import dockdsl.value.Cpus;
import dockdsl.value.Malformed;
import dockdsl.value.Swap;
import dockdsl.value.Ulimit;
import java.util.List;
import java.util.SortedMap;

/** How much of the host a container may use. */
final class ResourceKinds {
    /** A limit of memory. The engine refuses less than 6m. */
    static final Kind<Bytes> MEMORY = Kind.plain(
            Kinds.SIZE.expects(),
            arguments -> {
                Bytes size = Kinds.SIZE.read().apply(arguments);
                if (size.count() > 0 && size.count() < 6 << 20) {
                    throw new Malformed(
                            "'" + Arguments.text(arguments.only("")) + "' is too little memory",
                            "The engine refuses less than 6m. A bare number is bytes; write '256m' or '1g'.");
                }
                return size;
            },
            Bytes::toString);

    static final Kind<Cpus> CPUS = Kind.plain(
            "a number of processors such as 0.5",
            arguments -> Cpus.parse(Arguments.text(arguments.allowing().only("a number of processors such as 0.5"))),
            Cpus::toString);

    /** A size; nothing is shown of what the engine chooses. */
    static final Kind<Bytes> AMOUNT = Kind.plain(
            "a size such as '128m'",
            arguments ->
                    positive(Bytes.parse(Arguments.text(arguments.allowing().only("a size such as '128m'")))),
            size -> size.count() == 0 ? "" : size.toString());

    static final Kind<Swap> SWAP = Kind.plain(
                    "a size such as '512m', or unlimited",
                    arguments -> switch (arguments.allowing().only("a size such as '512m', or unlimited")) {
                        case Swap swap -> swap;
                        case Object other -> Swap.parse(Arguments.text(other));
                    },
                    Swap::toString)
            .withTerms(Term.constant("unlimited", Swap.UNLIMITED, "As much as the host has."));

    static final Kind<Integer> CPU_SHARES = Kinds.number("a number from 2 to 262144", 2, 262_144);

    static final Kind<Integer> OOM_SCORE = Kinds.number("a number from -1000 to 1000", -1000, 1000);

    /** Nothing is shown of the host's own. */
    static final Kind<Integer> SWAPPINESS = Kind.plain(
            "a number from 0 to 100",
            arguments -> between(0, 100, Arguments.integer(arguments.allowing().only("a number from 0 to 100"))),
            number -> number < 0 ? "" : String.valueOf(number));

    static final Kind<Integer> PIDS_LIMIT = Kind.plain(
                    "a number, or unlimited",
                    arguments -> limit(arguments.allowing().only("a number, or unlimited")),
                    limit -> limit == 0 ? "unlimited" : String.valueOf(limit))
            .withTerms(Term.constant("unlimited", 0, "No limit. The default."));

    static final Kind<CpuSet> CPUSET = Kind.plain(
            "processors such as '0-1'",
            arguments -> CpuSet.parse(String.join(
                    ",",
                    Kinds.atLeastOne(arguments.allowing().flat(), "processors such as '0-1'").stream()
                            .map(Arguments::text)
                            .toList())),
            CpuSet::toString);

    static final Kind<SortedMap<String, Ulimit>> ULIMITS = new Kind<>(
            "limits with numbers, such as nofile: '1024:2048'",
            List.of(),
            arguments -> {
                SortedMap<String, String> limits = Kinds.PAIRS.read().apply(arguments);
                KernelNames.limits(limits.keySet());
                return Kinds.mapped(limits, Ulimit::parse);
            },
            limits -> Kinds.mapped(limits, Ulimit::toString));

    private ResourceKinds() {}

    private static int between(int least, int most, int number) {
        if (number < least || number > most) {
            throw new Malformed(number + " is out of range", "It is " + least + " to " + most + ".");
        }
        return number;
    }

    private static int limit(Object value) {
        int limit = value.equals("unlimited") ? 0 : Arguments.integer(value);
        if (limit < -1) {
            throw new Malformed("a limit is not negative", "Write a number, or unlimited.");
        }
        return Math.max(0, limit);
    }

    static Bytes positive(Bytes size) {
        if (size.count() == 0) {
            throw new Malformed("a size is more than 0", "Write for example '128m'.");
        }
        return size;
    }
}
