package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.Tidemark;
import io.tidemark.application.port.ExpectationBook;
import io.tidemark.application.port.ExpectationBook.Numbered;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.anomaly.ExpectedDeviation;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people have said to expect. */
final class ExpectedDeviationsApi {
    private static final String PATH = "/api/v1/expected-deviations";

    private final ExpectationBook book;
    private final Clock clock;
    private final Json json;

    ExpectedDeviationsApi(Tidemark tidemark, Clock clock, Json json) {
        this.book = tidemark.analysis().expectations();
        this.clock = clock;
        this.json = json;
    }

    void register(Calls calls) {
        calls.add(
                Call.get(PATH)
                        .says("Lists what people have said to expect, now and later.")
                        .answers(ExpectedListJson.class),
                this::list);
        calls.add(
                Call.post(PATH)
                        .says("Says that an operation will deviate, so that nobody is told.")
                        .takes(Wanted.class, "operation", "until", "why")
                        .answers(HttpStatus.CREATED, ExpectedJson.class),
                this::expect);
        calls.add(
                Call.delete(PATH + "/{id}")
                        .says("Takes back what was said to expect.")
                        .at(Parameter.id("id", "The number of what is expected."))
                        .answers(ForgottenJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "Nothing of that number is expected."),
                this::forget);
    }

    private void list(Context ctx) {
        Instant now = clock.instant();
        TimeRange fromNow = new TimeRange(now, now.plus(ExpectedDeviation.LONGEST));
        ctx.json(new ExpectedListJson(
                book.during(fromNow).stream().map(ExpectedJson::of).toList()));
    }

    private void expect(Context ctx) {
        Wanted wanted = json.read(ctx, Wanted.class);
        ExpectedDeviation deviation = ProblemException.checked(() -> wanted.deviation(clock.instant()));
        ctx.status(HttpStatus.CREATED).json(ExpectedJson.of(book.expect(deviation)));
    }

    private void forget(Context ctx) {
        String id = ctx.pathParam("id");
        if (!id.matches("[0-9]{1,18}") || !book.forget(Long.parseLong(id))) {
            throw ProblemException.notFound(
                    "nothing of number %s is expected: GET %s lists what is".formatted(id, PATH));
        }
        ctx.json(new ForgottenJson(Long.parseLong(id)));
    }

    /** What is to be expected: from now on unless something else is said, and however long timings take. */
    record Wanted(
            @Nullable String operation,
            @Nullable String from,
            @Nullable String until,
            @Nullable Long upToMicros,
            @Nullable String who,
            @Nullable String why) {

        ExpectedDeviation deviation(Instant now) {
            if (operation == null || until == null || who == null || why == null) {
                throw ProblemException.badRequest(
                        "say which operation, until when, who says so and why: operation, until, who, why");
            }
            Instant start = from == null ? now : instant("from", from);
            return new ExpectedDeviation(
                    operation,
                    new TimeRange(start, instant("until", until)),
                    upToMicros == null ? null : Duration.of(upToMicros, ChronoUnit.MICROS),
                    who,
                    why);
        }

        private static Instant instant(String field, String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "%s '%s' must be an instant like 2026-11-30T18:00:00Z".formatted(field, text), e);
            }
        }
    }

    record ExpectedListJson(List<ExpectedJson> expected) {}

    record ExpectedJson(
            long id,
            String operation,
            Instant from,
            Instant until,
            @Nullable Long upToMicros,
            String who,
            String why) {
        static ExpectedJson of(Numbered numbered) {
            ExpectedDeviation deviation = numbered.deviation();
            Duration upTo = deviation.upTo();
            return new ExpectedJson(
                    numbered.id(),
                    deviation.operation(),
                    deviation.time().from(),
                    deviation.time().to(),
                    upTo == null ? null : upTo.dividedBy(ChronoUnit.MICROS.getDuration()),
                    deviation.who(),
                    deviation.why());
        }
    }

    record ForgottenJson(long forgotten) {}
}
