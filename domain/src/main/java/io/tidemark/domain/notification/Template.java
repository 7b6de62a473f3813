package io.tidemark.domain.notification;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with fields, each a name in braces; a brace that is written twice stands for itself. A
 * line all of whose fields are empty is left out.
 */
public final class Template {
    /** Far longer than a message. */
    public static final int MAX_LENGTH = 10_000;

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

    /** What can stand in a template. */
    public enum Field {
        /** What it is about, with the branch: {@code commit on main}. */
        SUBJECT,
        OPERATION,
        BRANCH,
        TYPE,
        SEVERITY,
        ACTUAL,
        NORMAL,
        FACTOR,
        SINCE,
        SEEN,
        USER,
        /** The usual title. */
        TITLE,
        /** What it means, in a sentence. */
        WHAT,
        WHY,
        /** What helps. */
        DO,
        RUNBOOK,
        LINK,
        PEAK,
        RECOVERED,
        LASTED,
        BY,
        NOTE,
        MEMBERS;

        /** As it stands in a template. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String source;
    private final List<List<Piece>> lines;

    private Template(String source, List<List<Piece>> lines) {
        this.source = source;
        this.lines = lines;
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException when it has a field that there is none of, or a brace that is not closed; says where,
     *     and lists the fields
     */
    public static Template parse(String source) {
        if (source.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a template of %d characters must not be longer than %d".formatted(source.length(), MAX_LENGTH));
        }
        return new Template(
                source,
                Arrays.stream(source.split("\n", -1)).map(Template::pieces).toList());
    }

    /** The text, with a value for each field. */
    public String fill(Function<Field, String> values) {
        return lines.stream()
                .filter(line -> says(line, values))
                .map(line -> line.stream()
                        .map(piece -> piece.field() == null ? piece.text() : values.apply(piece.field()))
                        .collect(joining()))
                .collect(joining("\n"));
    }

    private static boolean says(List<Piece> line, Function<Field, String> values) {
        List<Field> fields = new ArrayList<>();
        for (Piece piece : line) {
            if (piece.field() != null) {
                fields.add(piece.field());
            }
        }
        return fields.isEmpty()
                || fields.stream().anyMatch(field -> !values.apply(field).isEmpty());
    }

    private static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < line.length(); at++) {
            char next = line.charAt(at);
            boolean twice = at + 1 < line.length() && line.charAt(at + 1) == next;
            if (next == '{' && !twice) {
                int end = line.indexOf('}', at);
                pieces.add(new Piece(text.toString(), null));
                text.setLength(0);
                pieces.add(new Piece("", field(line, at, end)));
                at = end;
            } else {
                text.append(next);
                at += (next == '{' || next == '}') && twice ? 1 : 0;
            }
        }
        pieces.add(new Piece(text.toString(), null));
        return List.copyOf(pieces);
    }

    private static Field field(String line, int start, int end) {
        String word = end < 0 ? line.substring(start + 1) : line.substring(start + 1, end);
        if (end < 0 || !WORD.matcher(word).matches()) {
            throw new IllegalArgumentException(
                    "the brace at character %d must begin a field such as {operation}; write {{ for a brace itself"
                            .formatted(start + 1));
        }
        return Arrays.stream(Field.values())
                .filter(field -> field.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no field {%s}: there are %s"
                        .formatted(
                                word,
                                Arrays.stream(Field.values()).map(Field::word).collect(joining(", ")))));
    }

    /** A text, or a field. */
    private record Piece(String text, @Nullable Field field) {}

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Template template && template.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return source;
    }
}
