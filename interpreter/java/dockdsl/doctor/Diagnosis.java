package dockdsl.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What came of looking at one machine.
 *
 * @param machine the host's name in the inventory; empty for this machine
 * @param summary what it is, in a few words; may be empty
 * @param findings the worst first
 * @param fine what was looked at and is as it should be
 * @param unreachable whether nobody could look
 */
public record Diagnosis(
        String machine, String summary, List<Finding> findings, List<String> fine, boolean unreachable) {
    public Diagnosis {
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        fine = List.copyOf(fine);
    }

    static <F> Diagnosis of(String machine, String summary, List<Check<F>> checks, F facts) {
        List<Finding> findings =
                checks.stream().flatMap(check -> found(check, facts).stream()).toList();
        List<String> fine = checks.stream()
                .filter(check -> found(check, facts).isEmpty())
                .map(Check::about)
                .distinct()
                .toList();
        return new Diagnosis(machine, summary, findings, fine, false);
    }

    private static <F> Optional<Finding> found(Check<F> check, F facts) {
        return check.look().apply(facts);
    }

    public boolean has(Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity() == severity);
    }
}
