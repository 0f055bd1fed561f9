package dockdsl.cli.adhoc;

import dockdsl.adhoc.Heard;
import dockdsl.adhoc.Place;
import dockdsl.cli.json.Document;
import dockdsl.cli.screen.Screen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON document for everything that was heard. @param places in the order of the inventory */
public record InJson(Screen screen, List<Place> places) implements Afterwards.Telling {
    @Override
    public void tell(Transcript transcript, int exitCode) {
        List<Object> all = new ArrayList<>();
        places.forEach(place -> transcript.end(place).ifPresent(end -> all.add(fields(end, transcript))));
        screen.document(new Document("exec").with("hosts", all).text(exitCode));
    }

    private static Map<String, Object> fields(Heard.End end, Transcript transcript) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("host", end.place().host());
        if (!end.place().container().isEmpty()) {
            fields.put("container", end.place().container());
        }
        switch (end) {
            case Heard.Ended ended -> fields.put("exitCode", ended.exitCode());
            case Heard.TimedOut late ->
                fields.put("timedOutAfterSeconds", late.after().toSeconds());
            case Heard.Lost lost -> {
                fields.put("error", lost.why().getMessage());
                fields.putAll(Document.declared(lost.why()));
            }
        }
        fields.put("stdout", text(transcript.lines(end.place(), false)));
        fields.put("stderr", text(transcript.lines(end.place(), true)));
        return fields;
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
