package dockdsl.cli.json;

import dockdsl.doctor.Diagnosis;
import dockdsl.doctor.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the doctor found, for programs. */
public final class DoctorDocument {
    private DoctorDocument() {}

    public static List<Object> of(List<Diagnosis> diagnoses) {
        List<Object> machines = new ArrayList<>();
        for (Diagnosis diagnosis : diagnoses) {
            Map<String, Object> fields = new LinkedHashMap<>();
            if (!diagnosis.machine().isEmpty()) {
                fields.put("host", diagnosis.machine());
            }
            fields.put("summary", diagnosis.summary());
            fields.put("unreachable", diagnosis.unreachable());
            fields.put(
                    "findings",
                    diagnosis.findings().stream().map(DoctorDocument::of).toList());
            fields.put("fine", diagnosis.fine());
            machines.add(fields);
        }
        return machines;
    }

    private static Map<String, Object> of(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        fields.put("about", finding.about());
        fields.put("what", finding.what());
        fields.put("meaning", finding.meaning());
        fields.put("remedy", finding.remedy());
        return fields;
    }
}
