package io.tidemark.bootstrap.console.delivery;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.TimeWindow;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an address of the page asks for.
 *
 * @param period the stretch of time of the attempts, in whole hours
 * @param status messages of this status, or null for all
 * @param destination messages to this destination; empty for all
 */
record DeliveryQuery(Period period, @Nullable DeliveryStatus status, String destination) {
    static final String PATH = "/delivery";

    private static final Duration LEAST_STEP = Duration.ofHours(1);

    static DeliveryQuery of(Context ctx, Instant now) {
        return new DeliveryQuery(
                hourly(Period.of(ctx, now, TimeWindow.ONE_DAY)),
                status(ctx.queryParam("status")),
                requireNonNullElse(ctx.queryParam("destination"), ""));
    }

    Address address() {
        return Address.of(PATH)
                .with(period)
                .with("status", status == null ? "" : status.word())
                .with("destination", destination);
    }

    /** Attempts are counted by the hour. */
    private static Period hourly(Period asked) {
        if (asked.step().compareTo(LEAST_STEP) >= 0) {
            return asked;
        }
        long hour = LEAST_STEP.toSeconds();
        TimeRange range = new TimeRange(
                Instant.ofEpochSecond(Math.floorDiv(asked.range().from().getEpochSecond(), hour) * hour),
                Instant.ofEpochSecond(-Math.floorDiv(-asked.range().to().getEpochSecond(), hour) * hour));
        return new Period(range, LEAST_STEP, asked.tick(), asked.window());
    }

    private static @Nullable DeliveryStatus status(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return null;
        }
        return Arrays.stream(DeliveryStatus.values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRequestResponse("status '%s' must be one of %s"
                        .formatted(
                                word,
                                Arrays.stream(DeliveryStatus.values())
                                        .map(DeliveryStatus::word)
                                        .collect(Collectors.joining(", ")))));
    }
}
