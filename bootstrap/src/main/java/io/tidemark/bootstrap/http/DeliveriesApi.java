package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.port.DeadLetters;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.OutboxReader;
import io.tidemark.application.port.OutboxReader.Followed;
import io.tidemark.application.port.OutboxReader.Sent;
import io.tidemark.application.port.OutboxReader.Statistics;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import io.tidemark.domain.notification.Attempt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of notifications; what people do with those that could not be delivered. */
final class DeliveriesApi {
    private static final String ALL = "/api/v1/deliveries";
    private static final String ONE = ALL + "/{id}";
    private static final String KIND = "delivery";
    private static final String BY = "api";
    private static final String NO_DELIVERY = "There is no such notification.";
    private static final String NO_DEAD_LETTER = "There is no such dead letter.";
    private static final Parameter<String> ID = Parameter.id("id", "The number of the notification.");
    private static final Parameter<@Nullable DeliveryStatus> STATUS = Parameter.oneOf(
            "status", "Only those of this status.", List.of(DeliveryStatus.values()), DeliveryStatus::word);
    private static final Parameter<@Nullable String> DESTINATION =
            Parameter.text("destination", "Only those to this destination.");
    private static final Parameter<Integer> LIMIT = Parameter.number("limit", "How many at most.", 50, 1_000);
    private static final Parameter<Integer> HOURS = Parameter.number("hours", "How far back.", 24, 24 * 400);
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

    void register(Calls calls) {
        calls.add(
                Call.get(ALL)
                        .says("Lists notifications and what became of them, the youngest first.")
                        .query(STATUS, DESTINATION, LIMIT, Cursor.NUMBER)
                        .answers(DeliveriesJson.class),
                this::list);
        calls.add(
                Call.get(ALL + "/statistics")
                        .says("Counts what was tried, by the hour and destination, the latest hour first.")
                        .query(HOURS)
                        .answers(StatisticsJson.class),
                this::statistics);
        calls.add(
                Call.get(ONE)
                        .says("Shows a notification, what it says, and all that was tried for it.")
                        .at(ID)
                        .answers(FollowedJson.class)
                        .refuses(HttpStatus.NOT_FOUND, NO_DELIVERY),
                this::show);
        calls.add(
                Call.post(ALL + "/replay")
                        .says("Sends all dead letters of a destination again.")
                        .takes(AskedForAll.class, "destination")
                        .answers(Changed.class),
                this::replayAll);
        calls.add(
                Call.post(ONE + "/replay")
                        .says("Sends a dead letter again.")
                        .at(ID)
                        .takes(Asked.class)
                        .answers(Changed.class)
                        .refuses(HttpStatus.NOT_FOUND, NO_DEAD_LETTER),
                this::replay);
        calls.add(
                Call.delete(ONE)
                        .says("Gives a dead letter up.")
                        .at(ID)
                        .query(Query.BY)
                        .answers(Changed.class)
                        .refuses(HttpStatus.NOT_FOUND, NO_DEAD_LETTER),
                this::drop);
    }

    private void list(Context ctx) {
        Query query = Query.of(ctx);
        int limit = query.get(LIMIT);
        Page<Sent> page = Page.of(
                reader.deliveries(query.get(STATUS), query.get(DESTINATION), query.get(Cursor.NUMBER), limit + 1),
                limit,
                sent -> Cursor.after(sent.id()));
        ctx.json(new DeliveriesJson(page.as(DeliveryJson::of), page.next()));
    }

    private void show(Context ctx) {
        long id = id(ctx);
        ctx.json(FollowedJson.of(reader.find(id)
                .orElseThrow(() -> ProblemException.notFound(
                        "there is no notification %d: GET %s lists them".formatted(id, ALL)))));
    }

    private void statistics(Context ctx) {
        int hours = Query.of(ctx).get(HOURS);
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
        String by = Query.of(ctx).by();
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

    record DeliveriesJson(
            List<DeliveryJson> deliveries, @Nullable String next) {}

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

    /** A notification, what it says, and what was tried for it, oldest first. */
    record FollowedJson(DeliveryJson delivery, String text, List<AttemptJson> tried) {
        static FollowedJson of(Followed followed) {
            return new FollowedJson(
                    DeliveryJson.of(followed.sent()),
                    followed.sent().notice().content().text(),
                    followed.attempts().stream().map(AttemptJson::of).toList());
        }
    }

    /** One attempt. */
    record AttemptJson(
            Instant at,
            long tookMicros,
            String outcome,
            String reason,
            String detail,
            @Nullable Integer status,
            boolean maybeDuplicate) {
        static AttemptJson of(Attempt attempt) {
            return new AttemptJson(
                    attempt.at(),
                    attempt.took().dividedBy(ChronoUnit.MICROS.getDuration()),
                    attempt.outcome().name(),
                    attempt.answer().reason(),
                    attempt.answer().detail(),
                    attempt.answer().status(),
                    attempt.answer().maybeDuplicate());
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
