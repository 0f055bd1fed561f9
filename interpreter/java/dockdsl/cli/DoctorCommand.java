package dockdsl.cli;

import dockdsl.cli.json.DoctorDocument;
import dockdsl.cli.json.Document;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Questions;
import dockdsl.cli.text.DoctorText;
import dockdsl.cli.text.Line;
import dockdsl.doctor.Diagnosis;
import dockdsl.doctor.HostExamination;
import dockdsl.doctor.MachineExamination;
import dockdsl.doctor.Severity;
import dockdsl.doctor.Wanted;
import dockdsl.model.Host;
import dockdsl.run.Parallel;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code dockdsl doctor}: looks at this machine and at the hosts, and says what to do. */
record DoctorCommand(Surroundings surroundings, Wiring wiring, Interruption interruption) {
    private static final int USUALLY_AT_ONCE = 20;
    private static final int MOST_AT_ONCE = 500;

    int run(Invocation invocation) {
        int atOnce = invocation.number(Option.FORKS, USUALLY_AT_ONCE, MOST_AT_ONCE);
        Questions questions = new Questions(surroundings.screen(), surroundings.input());
        SshWishes wishes = new SshWishes(invocation, surroundings, questions, atOnce);
        List<Diagnosis> diagnoses = new ArrayList<>();
        diagnoses.add(new MachineExamination(surroundings.home(), surroundings.environment(), surroundings.live())
                .diagnosis());
        try (Connections connections = new Connections(wiring, wishes.settings())) {
            interruption.closesWith(connections::close);
            Map<Host, Wanted> hosts = hosts(invocation, new JobReader(surroundings, questions, connections::know));
            diagnoses.addAll(examined(
                    hosts, new HostExamination(connections.connector(), wiring.engines(), Clock.systemUTC()), atOnce));
        }
        int code = code(diagnoses);
        tell(diagnoses, invocation, code);
        return code;
    }

    /** In the order of the inventory, each with what the site wants there. */
    private Map<Host, Wanted> hosts(Invocation invocation, JobReader reader) {
        Map<Host, Wanted> hosts = new LinkedHashMap<>();
        boolean anySite = !invocation.arguments().isEmpty()
                || Files.isRegularFile(surroundings.folder().resolve(JobReader.USUAL_FILE));
        if (anySite) {
            Job job = reader.read(invocation);
            job.hosts().forEach(host -> hosts.put(host, new WantedThere(job).on(host)));
        } else if (invocation.has(Option.INVENTORY)) {
            reader.inventory(invocation).hosts().forEach(host -> hosts.put(host, Wanted.NOTHING));
        }
        return hosts;
    }

    private static List<Diagnosis> examined(Map<Host, Wanted> hosts, HostExamination examination, int atOnce) {
        Map<Host, Diagnosis> found = new ConcurrentHashMap<>();
        Parallel.atMost(atOnce).each(hosts.keySet(), host -> found.put(host, examination.of(host, hosts.get(host))));
        return hosts.keySet().stream().map(found::get).toList();
    }

    private static int code(List<Diagnosis> diagnoses) {
        if (diagnoses.stream().anyMatch(Diagnosis::unreachable)) {
            return ExitCode.UNREACHABLE;
        }
        return diagnoses.stream().anyMatch(diagnosis -> diagnosis.has(Severity.FAILURE))
                ? ExitCode.FAILED
                : ExitCode.OK;
    }

    private void tell(List<Diagnosis> diagnoses, Invocation invocation, int code) {
        if (invocation.has(Option.JSON)) {
            surroundings
                    .screen()
                    .document(new Document(invocation.command().word())
                            .with("machines", DoctorDocument.of(diagnoses))
                            .text(code));
            return;
        }
        surroundings.screen().say(DoctorText.of(diagnoses, surroundings.width(), invocation.has(Option.VERBOSE)));
        if (diagnoses.size() == 1) {
            surroundings
                    .screen()
                    .say(Line.of(
                            "There is no site here: `dockdsl doctor SITE` or `-i INVENTORY` looks at hosts, too."));
        }
    }
}
