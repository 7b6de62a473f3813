package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.alert.AlertWording;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.quiet.SilenceDesk;
import io.tidemark.application.quiet.SilenceDesk.Place;
import io.tidemark.application.quiet.SilenceDesk.Selection;
import io.tidemark.application.quiet.SilenceDesk.Standing;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.quiet.FiledSilence;
import io.tidemark.domain.quiet.FiledSilence.State;
import io.tidemark.domain.quiet.Silence;
import io.tidemark.domain.quiet.Silence.Matching;
import io.tidemark.domain.quiet.Silence.Snooze;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Silences, and the snoozing of single alerts. */
final class SilencesApi {
    private static final String PATH = "/api/v1/silences";
    private static final Parameter<String> ID = Parameter.id("id", "The number of the silence.");
    private static final Parameter<Selection> STATE = Parameter.choice(
            "state",
            "Those to come and in force, what ends first first; or all, the latest first.",
            List.of(Selection.CURRENT, Selection.ALL));
    private static final Parameter<Integer> LIMIT =
            Parameter.number("limit", "How many at most.", 100, SilenceDesk.MOST);

    private final SilenceDesk desk;
    private final Clock clock;
    private final Json json;

    SilencesApi(SilenceDesk desk, Clock clock, Json json) {
        this.desk = desk;
        this.clock = clock;
        this.json = json;
    }

    void register(Calls calls) {
        calls.add(
                Call.get(PATH)
                        .says("Lists silences.")
                        .query(STATE, LIMIT, Cursor.PLACE)
                        .answers(SilencesJson.class),
                this::list);
        calls.add(
                Call.post(PATH)
                        .says("Keeps alerts quiet for a while.")
                        .takes(Wanted.class, "matchers", "until", "reason")
                        .answers(HttpStatus.CREATED, SilenceJson.class),
                this::add);
        calls.add(
                Call.post(PATH + "/preview")
                        .says("Tells which alerts a silence would keep quiet now; makes none.")
                        .takes(Asked.class, "matchers")
                        .answers(PreviewJson.class),
                this::preview);
        calls.add(
                Call.delete(PATH + "/{id}")
                        .says("Ends a silence: what it kept quiet and still fires is told.")
                        .at(ID)
                        .query(Query.BY)
                        .answers(SilenceJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such silence."),
                this::expire);
        calls.add(
                Call.post("/api/v1/alerts/{id}/snooze")
                        .says("Keeps one alert quiet for a while.")
                        .at(AlertsApi.ID)
                        .takes(Put.class, "until")
                        .answers(HttpStatus.CREATED, SilenceJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such alert."),
                this::snooze);
    }

    private void list(Context ctx) {
        Query query = Query.of(ctx);
        Cursor cursor = query.get(Cursor.PLACE);
        Place after = cursor == null ? null : new Place(cursor.at(), cursor.number());
        int limit = query.get(LIMIT);
        Page<Standing> page = Page.of(desk.list(query.get(STATE), after, limit + 1), limit, one -> place(one.filed()));
        ctx.json(new SilencesJson(page.as(SilenceJson::of), page.next()));
    }

    private void add(Context ctx) {
        Wanted wanted = json.read(ctx, Wanted.class);
        String by = Caller.name(ctx, wanted.by());
        Standing added = ProblemException.checked(() -> desk.add(wanted.silence(clock.instant(), by)));
        ctx.status(HttpStatus.CREATED).json(SilenceJson.of(added));
    }

    private void preview(Context ctx) {
        Asked asked = json.read(ctx, Asked.class);
        Matching target = ProblemException.checked(() -> matching(asked.matchers()));
        ctx.json(new PreviewJson(
                desk.preview(target).stream().map(HiddenJson::of).toList()));
    }

    private void expire(Context ctx) {
        String by = Query.of(ctx).by();
        Standing expired = id(ctx).flatMap(id -> desk.expire(id, by))
                .orElseThrow(() -> ProblemException.notFound(
                        "there is no silence %s: GET %s?state=all lists them".formatted(ctx.pathParam("id"), PATH)));
        ctx.json(SilenceJson.of(expired));
    }

    private void snooze(Context ctx) {
        Put wanted = json.read(ctx, Put.class);
        String by = Caller.name(ctx, wanted.by());
        Instant until = ProblemException.checked(() -> instant("until", wanted.until()));
        String reason = requireNonNullElse(wanted.reason(), "snoozed");
        Standing snoozed = id(ctx).flatMap(id -> ProblemException.checked(() -> desk.snooze(id, until, by, reason)))
                .orElseThrow(() -> ProblemException.notFound(
                        "there is no alert %s: GET /api/v1/alerts lists them".formatted(ctx.pathParam("id"))));
        ctx.status(HttpStatus.CREATED).json(SilenceJson.of(snoozed));
    }

    private static String place(FiledSilence silence) {
        return Cursor.after(silence.end(), silence.id());
    }

    private static Optional<Long> id(Context ctx) {
        return Optional.of(ctx.pathParam("id"))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private static Matching matching(@Nullable List<String> matchers) {
        return new Matching(
                matchers == null
                        ? List.of()
                        : matchers.stream().map(Matcher::parse).toList());
    }

    private static Instant instant(String field, @Nullable String text) {
        try {
            return Instant.parse(requireNonNullElse(text, ""));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "%s '%s' must be an instant like 2026-11-30T18:00:00Z"
                            .formatted(field, requireNonNullElse(text, "")),
                    e);
        }
    }

    /** A silence that is wanted: from now on unless something else is said. */
    record Wanted(
            @Nullable List<String> matchers,
            @Nullable String from,
            @Nullable String until,
            @Nullable String reason,
            @Nullable String by) {
        Silence silence(Instant now, String author) {
            TimeRange time = new TimeRange(from == null ? now : instant("from", from), instant("until", until));
            return new Silence(matching(matchers), time, author, requireNonNullElse(reason, ""));
        }
    }

    record Asked(@Nullable List<String> matchers) {}

    /** How an alert is put off. */
    record Put(
            @Nullable String until,
            @Nullable String reason,
            @Nullable String by) {}

    record SilencesJson(
            List<SilenceJson> silences, @Nullable String next) {}

    /** @param isLong whether it is so long that it may be forgotten */
    record SilenceJson(
            long id,
            State state,
            List<String> matchers,
            @Nullable Long alert,
            Instant from,
            Instant until,
            String author,
            String reason,
            boolean isLong) {
        static SilenceJson of(Standing standing) {
            FiledSilence filed = standing.filed();
            Silence silence = filed.silence();
            return new SilenceJson(
                    filed.id(),
                    standing.state(),
                    silence.target() instanceof Matching matching
                            ? matching.matchers().stream()
                                    .map(Matcher::toString)
                                    .toList()
                            : List.of(),
                    silence.target() instanceof Snooze snooze ? snooze.alertId() : null,
                    silence.time().from(),
                    filed.end(),
                    silence.author(),
                    silence.reason(),
                    silence.isLong());
        }
    }

    record PreviewJson(List<HiddenJson> hidden) {}

    record HiddenJson(long id, Severity severity, String summary) {
        static HiddenJson of(AlertReport report) {
            return new HiddenJson(report.alert().id(), report.alert().severity(), AlertWording.title(report.alert()));
        }
    }
}
