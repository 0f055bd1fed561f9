package dockdsl.inventory;

import dockdsl.problem.SourceRef;
import dockdsl.value.Secret;
import dockdsl.value.SecretVariable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A value as it stands in a file, with the place where it stands. */
sealed interface Written {
    SourceRef where();

    /** The value without its place: text, number, flag, list or map; what is left empty is empty text. */
    Object plain();

    /** Text, a number, a flag or something that can't be looked into. */
    record Scalar(Object value, SourceRef where) implements Written {
        @Override
        public Object plain() {
            return value;
        }
    }

    /** A name without a value. */
    record Nothing(SourceRef where) implements Written {
        @Override
        public Object plain() {
            return "";
        }
    }

    record Items(List<Written> items, SourceRef where) implements Written {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public Object plain() {
            return items.stream().map(Written::plain).toList();
        }
    }

    record Fields(SequencedMap<String, Field> fields, SourceRef where) implements Written {
        public Fields {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }

        @Override
        public Object plain() {
            Map<String, Object> plain = new LinkedHashMap<>();
            fields.forEach((name, field) -> plain.put(name, field.value().plain()));
            return Collections.unmodifiableMap(plain);
        }

        /** The values by name. */
        SequencedMap<String, Written> values() {
            SequencedMap<String, Written> values = new LinkedHashMap<>();
            fields.forEach((name, field) -> values.put(name, field.value()));
            return values;
        }
    }

    /** @param key where its name stands */
    record Field(SourceRef key, Written value) {}

    /** The same with every single value a secret, as in files that are encrypted as a whole; they are no flags and numbers then. */
    default Written hidden() {
        return switch (this) {
            case Nothing nothing -> nothing;
            case Items(var items, var where) ->
                new Items(items.stream().map(Written::hidden).toList(), where);
            case Fields(var fields, var where) -> {
                SequencedMap<String, Field> hidden = new LinkedHashMap<>();
                fields.forEach((name, field) ->
                        hidden.put(name, new Field(field.key(), field.value().hidden())));
                yield new Fields(hidden, where);
            }
            case Scalar(SecretVariable secret, var where) -> this;
            case Scalar(Object value, var where) ->
                new Scalar(
                        new SecretVariable(where.fileAndLine(), Optional.empty(), Secret.of(String.valueOf(value))),
                        where);
        };
    }

    /** What kind of value it is, for messages. */
    default String kind() {
        return switch (this) {
            case Nothing nothing -> "nothing";
            case Items items -> "a list";
            case Fields fields -> "names with values";
            case Scalar(Number number, var place) -> "the number " + number;
            case Scalar(Boolean flag, var place) -> flag.toString();
            case Scalar scalar -> "text";
        };
    }
}
