package dockdsl.lang;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what Groovy computes into what the vocabulary reads: text, numbers, flags, lists and maps. */
final class Plain {
    private Plain() {}

    /** Asks with instanceof, because linking a pattern switch takes a millisecond of every start. */
    static Object of(Object value) {
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        if (value instanceof Collection<?> several) {
            List<Object> plain = all(several);
            return plain.contains(Unreadable.VALUE) ? Unreadable.VALUE : plain;
        }
        if (value instanceof Map<?, ?> map) {
            return of(map);
        }
        if (value == null) {
            return Nothing.NULL;
        }
        return value.getClass().getName().startsWith(ScriptNames.CLASS + "$_") ? Nothing.CODE : value;
    }

    private static Object of(Map<?, ?> map) {
        Map<String, Object> plain = new LinkedHashMap<>();
        map.forEach((name, each) -> plain.put(String.valueOf(name), of(each)));
        return plain.containsValue(Unreadable.VALUE) ? Unreadable.VALUE : plain;
    }

    static List<Object> all(Collection<?> values) {
        List<Object> plain = new ArrayList<>(values.size());
        values.forEach(value -> plain.add(of(value)));
        return plain;
    }

    /** What is no value, so that complaints can name it: null and closures. */
    enum Nothing {
        NULL("null"),
        CODE("{ ... }");

        private final String shown;

        Nothing(String shown) {
            this.shown = shown;
        }

        @Override
        public String toString() {
            return shown;
        }
    }
}
