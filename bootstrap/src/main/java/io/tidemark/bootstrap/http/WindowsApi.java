package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.quiet.WindowDesk;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.quiet.FiledWindow;
import io.tidemark.domain.quiet.MaintenanceWindow;
import io.tidemark.domain.quiet.Recurrence;
import io.tidemark.domain.quiet.Timetable;
import io.tidemark.domain.schedule.Schedule;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Maintenance windows. Their names may be anything, so that they stand in the query or the body. */
final class WindowsApi {
    private static final String PATH = "/api/v1/windows";
    private static final Parameter<String> NAME = Parameter.needed("name", "The name of the window.");
    private static final Parameter<Integer> COUNT = Parameter.number("count", "How many times.", 5, 100);

    private static final int COUNT_OF_PREVIEW = 5;

    private final WindowDesk desk;
    private final Clock clock;
    private final Json json;

    WindowsApi(WindowDesk desk, Clock clock, Json json) {
        this.desk = desk;
        this.clock = clock;
        this.json = json;
    }

    void register(Calls calls) {
        calls.add(Call.get(PATH).says("Lists the maintenance windows.").answers(WindowsJson.class), this::list);
        calls.add(
                Call.put(PATH)
                        .says("Makes a maintenance window, or changes the one of that name.")
                        .takes(Wanted.class, "name", "recurrence")
                        .answers(WindowJson.class),
                this::set);
        calls.add(
                Call.delete(PATH)
                        .says("Removes a maintenance window.")
                        .query(NAME, Query.BY)
                        .answers(RemovedJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such window."),
                this::remove);
        calls.add(
                Call.get(PATH + "/next")
                        .says("Tells when a maintenance window is open next.")
                        .query(NAME, COUNT)
                        .answers(NextJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such window."),
                this::next);
        calls.add(
                Call.post(PATH + "/preview")
                        .says("Tells when a maintenance window would be open next, before it is made.")
                        .takes(Planned.class, "recurrence")
                        .answers(PreviewJson.class),
                this::preview);
    }

    private void list(Context ctx) {
        Instant now = clock.instant();
        ctx.json(new WindowsJson(
                desk.windows().stream().map(filed -> WindowJson.of(filed, now)).toList()));
    }

    private void set(Context ctx) {
        Wanted wanted = json.read(ctx, Wanted.class);
        String by = Caller.name(ctx, wanted.by());
        FiledWindow filed = ProblemException.checked(() -> desk.set(wanted.window(), by));
        ctx.json(WindowJson.of(filed, clock.instant()));
    }

    private void remove(Context ctx) {
        Query query = Query.of(ctx);
        String name = query.get(NAME);
        if (!desk.remove(name, query.by())) {
            throw unknown(name);
        }
        ctx.json(new RemovedJson(name));
    }

    private void next(Context ctx) {
        Query query = Query.of(ctx);
        String name = query.get(NAME);
        Timetable timetable =
                desk.find(name).orElseThrow(() -> unknown(name)).window().timetable();
        ctx.json(new NextJson(
                name,
                timetable.next(query.get(COUNT), clock.instant()).stream()
                        .map(time -> TimeJson.of(time, timetable.zone()))
                        .toList()));
    }

    private void preview(Context ctx) {
        Planned planned = json.read(ctx, Planned.class);
        Timetable timetable = ProblemException.checked(planned::timetable);
        ctx.json(new PreviewJson(timetable.next(COUNT_OF_PREVIEW, clock.instant()).stream()
                .map(time -> TimeJson.of(time, timetable.zone()))
                .toList()));
    }

    private static ProblemException unknown(String name) {
        return ProblemException.notFound("there is no window '%s': GET %s lists them".formatted(name, PATH));
    }

    /** A window that is wanted: in UTC, of every alert, and enabled, unless something else is said. */
    record Wanted(
            @Nullable String name,
            @Nullable String recurrence,
            @Nullable String timeZone,
            @Nullable List<String> matchers,
            @Nullable String breakThrough,
            @Nullable Boolean enabled,
            @Nullable String by) {
        MaintenanceWindow window() {
            if (name == null || recurrence == null) {
                throw new IllegalArgumentException(
                        "say what it is called and when it is open: name, and recurrence such as weekly sun 02:00-04:00");
            }
            ZoneId zone = Schedule.zone(requireNonNullElse(timeZone, "UTC"));
            return new MaintenanceWindow(
                    name,
                    new Timetable(Recurrence.parse(recurrence), zone),
                    matchers == null
                            ? List.of()
                            : matchers.stream().map(Matcher::parse).toList(),
                    breakThrough == null ? null : severity(breakThrough),
                    requireNonNullElse(enabled, true));
        }

        private static Severity severity(String text) {
            return Arrays.stream(Severity.values())
                    .filter(severity -> severity.name().equals(text.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "breakThrough '%s' must be one of %s".formatted(text, Arrays.toString(Severity.values()))));
        }
    }

    /** When a window would be open: in UTC unless something else is said. */
    record Planned(@Nullable String recurrence, @Nullable String timeZone) {
        Timetable timetable() {
            return new Timetable(
                    Recurrence.parse(requireNonNullElse(recurrence, "")),
                    Schedule.zone(requireNonNullElse(timeZone, "UTC")));
        }
    }

    record PreviewJson(List<TimeJson> times) {}

    record WindowsJson(List<WindowJson> windows) {}

    /** @param openUntil when it closes, if it is open */
    record WindowJson(
            String name,
            String recurrence,
            String timeZone,
            List<String> matchers,
            @Nullable Severity breakThrough,
            boolean enabled,
            FiledWindow.Origin origin,
            String by,
            Instant changed,
            @Nullable Instant openUntil) {
        static WindowJson of(FiledWindow filed, Instant now) {
            MaintenanceWindow window = filed.window();
            return new WindowJson(
                    window.name(),
                    window.timetable().recurrence().toString(),
                    window.timetable().zone().getId(),
                    window.matchers().stream().map(Matcher::toString).toList(),
                    window.breakThrough(),
                    window.enabled(),
                    filed.origin(),
                    filed.by(),
                    filed.at(),
                    window.timetable().at(now).map(TimeRange::to).orElse(null));
        }
    }

    record NextJson(String name, List<TimeJson> times) {}

    /** A time in UTC, and as the clocks of the zone show it. */
    record TimeJson(Instant from, Instant to, String localFrom, String localTo) {
        static TimeJson of(TimeRange time, ZoneId zone) {
            return new TimeJson(
                    time.from(),
                    time.to(),
                    time.from().atZone(zone).toOffsetDateTime().toString(),
                    time.to().atZone(zone).toOffsetDateTime().toString());
        }
    }

    record RemovedJson(String removed) {}
}
