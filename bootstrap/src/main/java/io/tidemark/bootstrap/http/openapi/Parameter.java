package io.tidemark.bootstrap.http.openapi;

import io.tidemark.bootstrap.settings.Suggestion;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A parameter of a call: what it means, what it may be, and how it is read. The server and the document both know it from
 * here.
 *
 * @param <T> what is made of its text
 */
public final class Parameter<T extends @Nullable Object> {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_-]+");

    private final String name;
    private final String meaning;
    private final boolean needed;
    private final ObjectNode schema;
    private final Function<@Nullable String, T> reading;

    private Parameter(
            String name, String meaning, boolean needed, ObjectNode schema, Function<@Nullable String, T> reading) {
        this.name = name;
        this.meaning = meaning;
        this.needed = needed;
        this.schema = schema;
        this.reading = reading;
    }

    /** Any text; null without one. */
    public static Parameter<@Nullable String> text(String name, String meaning) {
        return new Parameter<@Nullable String>(name, meaning, false, schema("string"), text -> text);
    }

    /** Any text, which must be there. */
    public static Parameter<String> needed(String name, String meaning) {
        return new Parameter<>(name, meaning, true, schema("string"), text -> present(name, text));
    }

    /** The number of a thing, which stands in the path: what cannot be one is the number of nothing. */
    public static Parameter<String> id(String name, String meaning) {
        ObjectNode schema = schema("integer").put("format", "int64").put("minimum", 0);
        return new Parameter<>(name, meaning, true, schema, text -> present(name, text));
    }

    /** A whole number from 1. */
    public static Parameter<Integer> number(String name, String meaning, int otherwise, int max) {
        ObjectNode schema =
                schema("integer").put("minimum", 1).put("maximum", max).put("default", otherwise);
        return new Parameter<>(name, meaning, false, schema, text -> text == null ? otherwise : whole(name, text, max));
    }

    /** A number from {@code min} to {@code max}, both included. */
    public static Parameter<Double> decimal(String name, String meaning, double otherwise, double min, double max) {
        ObjectNode schema =
                schema("number").put("minimum", min).put("maximum", max).put("default", otherwise);
        return new Parameter<>(
                name, meaning, false, schema, text -> text == null ? otherwise : decimal(name, text, min, max));
    }

    /** Whether something is wanted; it is not unless it is said. */
    public static Parameter<Boolean> flag(String name, String meaning) {
        return new Parameter<>(name, meaning, false, schema("boolean").put("default", false), text -> {
            if (text == null || text.equals("true") || text.equals("false")) {
                return "true".equals(text);
            }
            throw new IllegalArgumentException("%s '%s' must be true or false".formatted(name, text));
        });
    }

    /** A moment; null without one. */
    public static Parameter<@Nullable Instant> instant(String name, String meaning) {
        return new Parameter<@Nullable Instant>(
                name,
                meaning,
                false,
                schema("string").put("format", "date-time"),
                text -> text == null ? null : moment(name, text));
    }

    /** One of these; the first one unless something else is said. */
    public static <E extends Enum<E>> Parameter<E> choice(String name, String meaning, List<E> choices) {
        return choice(name, meaning, choices, Parameter::word);
    }

    /** One of these, as they are written; the first one unless something else is said. */
    public static <E> Parameter<E> choice(
            String name, String meaning, List<E> choices, Function<? super E, String> words) {
        E usual = choices.get(0);
        return new Parameter<>(
                name,
                meaning,
                false,
                choices(choices, words).put("default", words.apply(usual)),
                text -> text == null ? usual : chosen(name, text, choices, words));
    }

    /** One of these, as they are written; null without one. */
    public static <E> Parameter<@Nullable E> oneOf(
            String name, String meaning, List<E> choices, Function<? super E, String> words) {
        return new Parameter<@Nullable E>(
                name,
                meaning,
                false,
                choices(choices, words),
                text -> text == null ? null : chosen(name, text, choices, words));
    }

    /** Any text that the reading makes something of; it throws {@link IllegalArgumentException} when it cannot. */
    public static <T extends @Nullable Object> Parameter<T> of(
            String name, String meaning, Function<@Nullable String, T> reading) {
        return new Parameter<>(name, meaning, false, schema("string"), reading);
    }

    /**
     * What is meant by a text, or by none.
     *
     * @throws IllegalArgumentException when it means nothing
     */
    public T read(@Nullable String text) {
        return reading.apply(text);
    }

    public String name() {
        return name;
    }

    String meaning() {
        return meaning;
    }

    boolean isNeeded() {
        return needed;
    }

    ObjectNode schema() {
        return schema.deepCopy();
    }

    @Override
    public String toString() {
        return name;
    }

    /** A constant as it is written in an address. */
    public static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode schema(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static <E> ObjectNode choices(List<E> choices, Function<? super E, String> words) {
        ObjectNode schema = schema("string");
        choices.forEach(choice -> schema.withArray("enum").add(words.apply(choice)));
        return schema;
    }

    private static String present(String name, @Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("the parameter %s is missing".formatted(name));
        }
        return text;
    }

    private static int whole(String name, String text, int max) {
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= max) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("%s '%s' must be a whole number from 1 to %d".formatted(name, text, max));
    }

    private static double decimal(String name, String text, double min, double max) {
        if (text.matches("[0-9]{1,9}([.][0-9]{1,9})?")
                && Double.parseDouble(text) >= min
                && Double.parseDouble(text) <= max) {
            return Double.parseDouble(text);
        }
        throw new IllegalArgumentException("%s '%s' must be a number from %s to %s".formatted(name, text, min, max));
    }

    private static Instant moment(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "%s '%s' must be an instant like 2026-11-30T18:00:00Z".formatted(name, text), e);
        }
    }

    private static <E> E chosen(String name, String text, List<E> choices, Function<? super E, String> words) {
        return choices.stream()
                .filter(choice -> words.apply(choice).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        mistaken(name, text, choices.stream().<String>map(words).toList())));
    }

    private static String mistaken(String name, String text, List<String> words) {
        // Of a number, any other is close.
        Optional<String> meant = WORD.matcher(text).matches() ? Suggestion.closest(text, words) : Optional.empty();
        return "%s '%s' must be one of %s%s"
                .formatted(
                        name,
                        text,
                        String.join(", ", words),
                        meant.map(" (did you mean '%s'?)"::formatted).orElse(""));
    }
}
