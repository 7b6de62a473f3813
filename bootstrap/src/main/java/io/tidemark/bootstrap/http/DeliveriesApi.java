package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.port.DeadLetters;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.OutboxReader;
import io.tidemark.application.port.OutboxReader.Sent;
import io.tidemark.application.port.OutboxReader.Statistics;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of notifications; what people do with those that could not be delivered. */
final class DeliveriesApi {
    private static final String ALL = "/api/v1/deliveries";
    private static final String ONE = ALL + "/{id}";
    private static final String KIND = "delivery";
    private static final String BY = "api";
    private static final int SHOWN = 50;
    private static final int MOST = 1_000;
    private static final int MOST_HOURS = 24 * 400;
    private static final int MAX_NAME = 200;

    private final OutboxReader reader;
    private final DeadLetters dead;
    private final Clock clock;
    private final Json json;

    DeliveriesApi(OutboxReader reader, DeadLetters dead, Clock clock, Json json) {
        this.reader = reader;
        this.dead = dead;
        this.clock = clock;
        this.json = json;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get(ALL, this::list);
        routes.get(ALL + "/statistics", this::statistics);
        routes.post(ALL + "/replay", this::replayAll);
        routes.post(ONE + "/replay", this::replay);
        routes.delete(ONE, this::drop);
    }

    private void list(Context ctx) {
        Query query = Query.of(ctx, "status", "destination", "limit");
        List<Sent> found = reader.deliveries(
                status(query.text("status")), query.text("destination"), query.number("limit", SHOWN, MOST));
        ctx.json(new DeliveriesJson(found.stream().map(DeliveryJson::of).toList()));
    }

    private void statistics(Context ctx) {
        int hours = Query.of(ctx, "hours").number("hours", 24, MOST_HOURS);
        List<Statistics> found = reader.statistics(clock.instant().minus(Duration.ofHours(hours)));
        ctx.json(new StatisticsJson(found.stream().map(HourJson::of).toList()));
    }

    private void replay(Context ctx) {
        Asked asked = json.read(ctx, Asked.class);
        long id = id(ctx);
        if (!dead.replay(id, entry(Verb.REPLAYED, Long.toString(id), asked.by()))) {
            throw noDeadLetter(id);
        }
        ctx.json(new Changed(1));
    }

    private void replayAll(Context ctx) {
        AskedForAll asked = json.read(ctx, AskedForAll.class);
        String destination = requireNonNullElse(asked.destination(), "");
        if (destination.isBlank()) {
            throw ProblemException.badRequest("say whose dead letters are sent again: destination");
        }
        ctx.json(new Changed(dead.replayAll(destination, entry(Verb.REPLAYED, "all of " + destination, asked.by()))));
    }

    private void drop(Context ctx) {
        String by = Query.of(ctx, "by").text("by");
        long id = id(ctx);
        if (!dead.drop(id, entry(Verb.DROPPED, Long.toString(id), by))) {
            throw noDeadLetter(id);
        }
        ctx.json(new Changed(1));
    }

    private AuditEntry entry(Verb verb, String name, @Nullable String by) {
        String person = requireNonNullElse(by, BY);
        if (person.isBlank() || person.length() > MAX_NAME) {
            throw ProblemException.badRequest("by must be a name of 1 to %d characters".formatted(MAX_NAME));
        }
        return new AuditEntry(clock.instant(), person, new Deed(verb, KIND, name), null, null);
    }

    private static @Nullable DeliveryStatus status(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(DeliveryStatus.values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("status '%s' must be one of %s"
                        .formatted(
                                word,
                                Arrays.stream(DeliveryStatus.values())
                                        .map(DeliveryStatus::word)
                                        .collect(Collectors.joining(", ")))));
    }

    private static long id(Context ctx) {
        String id = ctx.pathParam("id");
        if (!id.matches("[0-9]{1,18}")) {
            throw ProblemException.badRequest("'%s' is no number of a delivery".formatted(id));
        }
        return Long.parseLong(id);
    }

    private static ProblemException noDeadLetter(long id) {
        return ProblemException.notFound(
                "there is no dead letter %d: GET %s?status=failed lists them".formatted(id, ALL));
    }

    /** Who asks. */
    record Asked(@Nullable String by) {}

    /** Who asks, and for which destination. */
    record AskedForAll(
            @Nullable String destination, @Nullable String by) {}

    /** How many dead letters are none any more. */
    record Changed(int deliveries) {}

    record DeliveriesJson(List<DeliveryJson> deliveries) {}

    record StatisticsJson(List<HourJson> hours) {}

    /** A notification. */
    record DeliveryJson(
            long id,
            String status,
            String kind,
            String destination,
            String channel,
            String severity,
            String title,
            @Nullable Long alert,
            Instant decided,
            int attempts,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable Long digest) {
        static DeliveryJson of(Sent sent) {
            return new DeliveryJson(
                    sent.id(),
                    sent.status().word(),
                    sent.notice().kind().name().toLowerCase(Locale.ROOT),
                    sent.notice().destination().name(),
                    sent.notice().destination().channel(),
                    sent.notice().severity().name(),
                    sent.notice().content().title(),
                    sent.notice().conversation().alertId(),
                    sent.notice().decidedAt(),
                    sent.attempts(),
                    sent.trouble() == null ? null : sent.trouble().reason(),
                    sent.trouble() == null ? null : sent.trouble().detail(),
                    sent.digest());
        }
    }

    /** What was tried in an hour at a destination. */
    record HourJson(
            Instant hour,
            String destination,
            long delivered,
            long failed,
            long retries,
            double averageMillis,
            double p99Millis) {
        private static final double NANOS_IN_A_MILLI = 1e6;

        static HourJson of(Statistics statistics) {
            return new HourJson(
                    statistics.hour(),
                    statistics.destination(),
                    statistics.delivered(),
                    statistics.failed(),
                    statistics.retries(),
                    statistics.average().toNanos() / NANOS_IN_A_MILLI,
                    statistics.p99().toNanos() / NANOS_IN_A_MILLI);
        }
    }
}
