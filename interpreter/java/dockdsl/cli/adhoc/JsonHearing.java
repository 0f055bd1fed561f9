package dockdsl.cli.adhoc;

import dockdsl.adhoc.Heard;
import dockdsl.cli.json.Document;
import dockdsl.cli.screen.Screen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON document for everything that was heard. */
public final class JsonHearing implements Hearing {
    private final Screen screen;
    private final List<String> hosts;
    private final Transcript transcript = new Transcript();
    private volatile int largest;

    public JsonHearing(Screen screen, List<String> hosts) {
        this.screen = screen;
        this.hosts = hosts;
    }

    @Override
    public synchronized void heard(Heard heard) {
        transcript.note(heard);
        if (heard instanceof Heard.End end) {
            largest = Math.max(largest, end.exitCode());
        }
    }

    @Override
    public void over() {
        List<Object> all = new ArrayList<>();
        hosts.forEach(host -> transcript.end(host).ifPresent(end -> all.add(fields(end))));
        screen.document(new Document("exec").with("hosts", all).text(largest));
    }

    private Map<String, Object> fields(Heard.End end) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("host", end.host());
        switch (end) {
            case Heard.Ended ended -> fields.put("exitCode", ended.exitCode());
            case Heard.TimedOut late ->
                fields.put("timedOutAfterSeconds", late.after().toSeconds());
            case Heard.Lost lost -> fields.put("error", lost.why().getMessage());
        }
        fields.put("stdout", text(transcript.lines(end.host(), false)));
        fields.put("stderr", text(transcript.lines(end.host(), true)));
        return fields;
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
