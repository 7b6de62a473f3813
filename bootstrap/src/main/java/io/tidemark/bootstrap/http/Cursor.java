package io.tidemark.bootstrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.application.port.Numbered;
import io.tidemark.bootstrap.http.openapi.Parameter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a long list goes on: after the last one that was told, so that nothing is told twice or left out when others are
 * added. Its text is meant for this server alone.
 *
 * @param at the instant by which the list is ordered
 * @param number the number of the last one that was told
 */
record Cursor(Instant at, long number) {
    private static final String NAME = "cursor";
    private static final String MEANING = "Go on where an answer said next, with the same other parameters.";

    /** In a list that goes by falling numbers. */
    static final Parameter<Long> NUMBER =
            Parameter.of(NAME, MEANING, text -> text == null ? Numbered.BEYOND : number(text, unpacked(text)));

    /** In a list that goes by instants first. */
    static final Parameter<@Nullable Cursor> PLACE =
            Parameter.<@Nullable Cursor>of(NAME, MEANING, text -> text == null ? null : place(text));

    static String after(long number) {
        return packed(Long.toString(number));
    }

    static String after(Instant at, long number) {
        return packed(at + " " + number);
    }

    private static Cursor place(String text) {
        String[] parts = unpacked(text).split(" ", 2);
        try {
            return new Cursor(Instant.parse(parts[0]), number(text, parts.length == 2 ? parts[1] : ""));
        } catch (DateTimeException e) {
            throw unknown(text, e);
        }
    }

    private static long number(String text, String digits) {
        if (!digits.matches("[0-9]{1,18}")) {
            throw unknown(text, null);
        }
        return Long.parseLong(digits);
    }

    private static String packed(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
    }

    private static String unpacked(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), UTF_8);
        } catch (IllegalArgumentException e) {
            throw unknown(text, e);
        }
    }

    private static IllegalArgumentException unknown(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "cursor '%s' must be what an answer to this call said as next".formatted(text), cause);
    }
}
