package io.tidemark.bootstrap.demo;

import io.tidemark.domain.deployment.Deployment;
import io.tidemark.domain.deployment.Deployment.Report;
import io.tidemark.domain.timing.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the simulated pgGit brings into use: a release each morning, and one for each time when somebody looks. */
final class DemoReleases {
    /** Shortly before the levels of the {@link Script} shift. */
    private static final LocalTime IN_THE_MORNING = LocalTime.of(8, 57);

    private static final Duration BEFORE_SOMEBODY_LOOKS = Duration.ofMinutes(12);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu.MM.dd");

    private DemoReleases() {}

    /** Those of the past, and the one whose commits turn out to be slow. */
    static List<Deployment> of(TimeRange past) {
        List<Deployment> releases = new ArrayList<>();
        LocalDate last = day(past.to());
        for (LocalDate day = day(past.from()); !day.isAfter(last); day = day.plusDays(1)) {
            Instant at = day.atTime(IN_THE_MORNING).toInstant(ZoneOffset.UTC);
            if (past.contains(at)) {
                releases.add(release(NAME.format(day), at, List.of(), note(day.getDayOfWeek())));
            }
        }
        releases.add(release(
                NAME.format(last) + "-checked",
                past.to().minus(BEFORE_SOMEBODY_LOOKS).truncatedTo(ChronoUnit.SECONDS),
                List.of("commit"),
                "Commits are checked twice."));
        return releases;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable String note(DayOfWeek day) {
        return switch (day) {
            case WEDNESDAY -> "Snapshots keep comments.";
            case SUNDAY -> "Snapshots keep no comments any more.";
            case MONDAY, TUESDAY, THURSDAY, FRIDAY, SATURDAY -> null;
        };
    }

    private static Deployment release(String version, Instant at, List<String> operations, @Nullable String note) {
        return new Deployment(
                version, at, operations, new Report("ci", "https://ci.example.org/pggit/" + version, note));
    }
}
