package io.tidemark.bootstrap.console.settings;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * An alert that there might be, to ask where it would go.
 *
 * @param operation what it is about; empty when nobody asks
 * @param branch the branch, or empty
 */
record ExplainQuery(AlertType type, Severity severity, String operation, String branch, String user) {
    private static final Figures MADE_UP = new Figures(30_000, 10_000, 3);
    private static final int MAX_LENGTH = 200;

    static ExplainQuery of(Context ctx) {
        return new ExplainQuery(
                choice(AlertType.class, ctx, "type", AlertType.THRESHOLD_EXCEEDED),
                choice(Severity.class, ctx, "severity", Severity.WARNING),
                text(ctx, "operation"),
                text(ctx, "branch"),
                text(ctx, "user"));
    }

    boolean isAsked() {
        return !operation.isBlank();
    }

    Alert alert(Instant now) {
        Evidence evidence = new Evidence(MADE_UP, null, user, null, List.of());
        Fingerprint condition = new Fingerprint(type, operation, branch.isEmpty() ? null : branch);
        return Alert.raise(0, new Sighting(condition, severity, evidence, now));
    }

    private static <E extends Enum<E>> E choice(Class<E> type, Context ctx, String name, E otherwise) {
        String word = requireNonNullElse(ctx.queryParam(name), otherwise.name());
        List<E> all = List.of(type.getEnumConstants());
        return all.stream()
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRequestResponse(
                        "%s '%s' must be one of %s".formatted(name, word, Arrays.toString(type.getEnumConstants()))));
    }

    private static String text(Context ctx, String name) {
        String text = requireNonNullElse(ctx.queryParam(name), "").strip();
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }
}
