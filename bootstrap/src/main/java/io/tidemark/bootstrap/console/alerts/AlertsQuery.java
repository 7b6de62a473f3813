package io.tidemark.bootstrap.console.alerts;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.tidemark.application.port.AlertReader.Filter;
import io.tidemark.application.port.AlertReader.Place;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Severity;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts an address asks for.
 *
 * @param which those that are not over, or all
 * @param severity of this severity, or null for all
 * @param type of this type, or null for all
 * @param operation what the name of the subject, or of a member, must contain, in any case; empty for all
 * @param after the place of the last one of the page before, or null for the first page
 */
record AlertsQuery(
        Which which,
        @Nullable Severity severity,
        @Nullable AlertType type,
        String operation,
        @Nullable Place after) {
    static final String PATH = "/alerts";

    private static final int MAX_NAME_LENGTH = 200;

    static AlertsQuery of(Context ctx) {
        String operation = requireNonNullElse(ctx.queryParam("operation"), "").strip();
        return new AlertsQuery(
                which(requireNonNullElse(ctx.queryParam("state"), "open")),
                choice(Severity.class, "severity", ctx.queryParam("severity")),
                choice(AlertType.class, "type", ctx.queryParam("type")),
                operation.length() > MAX_NAME_LENGTH ? operation.substring(0, MAX_NAME_LENGTH) : operation,
                place(requireNonNullElse(ctx.queryParam("after"), "")));
    }

    /** What the storage is asked for; names are looked through afterwards. */
    Filter filter() {
        return new Filter(which, severity, type, null);
    }

    boolean takes(Alert alert) {
        return contains(alert.fingerprint().subject())
                || alert.evidence().members().stream().anyMatch(this::contains);
    }

    /** Whether only some of the alerts are asked for. */
    boolean isNarrow() {
        return severity != null || type != null || !operation.isEmpty();
    }

    Address address() {
        return Address.of(PATH)
                .with("state", which == Which.ALL ? "all" : "")
                .with("severity", severity == null ? "" : word(severity))
                .with("type", type == null ? "" : word(type))
                .with("operation", operation);
    }

    /** The page that begins behind an alert. */
    String older(Alert last) {
        Place place = Place.of(last);
        return address().with("after", place.lastSeen() + "/" + place.id()).href();
    }

    private static @Nullable Place place(String text) {
        if (text.isEmpty()) {
            return null;
        }
        int cut = Math.max(0, text.lastIndexOf('/'));
        try {
            return new Place(Instant.parse(text.substring(0, cut)), Long.parseLong(text.substring(cut + 1)));
        } catch (DateTimeException | NumberFormatException e) {
            BadRequestResponse wrong =
                    new BadRequestResponse("after '%s' must be what a page of alerts links to".formatted(text));
            wrong.initCause(e);
            throw wrong;
        }
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private boolean contains(String name) {
        return name.toLowerCase(Locale.ROOT).contains(operation.toLowerCase(Locale.ROOT));
    }

    private static Which which(String state) {
        return switch (state) {
            case "open" -> Which.UNRESOLVED;
            case "all" -> Which.ALL;
            default -> throw new BadRequestResponse("state '%s' must be one of open, all".formatted(state));
        };
    }

    /** What a form leaves empty is not asked for. */
    private static <E extends Enum<E>> @Nullable E choice(Class<E> type, String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        List<E> all = List.of(type.getEnumConstants());
        return all.stream()
                .filter(one -> word(one).equals(text))
                .findFirst()
                .orElseThrow(() -> new BadRequestResponse("%s '%s' must be one of %s"
                        .formatted(
                                name,
                                text,
                                Arrays.stream(type.getEnumConstants())
                                        .map(AlertsQuery::word)
                                        .collect(Collectors.joining(", ")))));
    }
}
