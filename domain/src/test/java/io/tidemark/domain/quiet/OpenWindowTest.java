package io.tidemark.domain.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.label.Labels;
import io.tidemark.domain.label.Matcher;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenWindowTest {
    private static final Instant THREE = Instant.parse("2026-11-22T03:00:00Z");
    private static final Labels COMMIT = new Labels(Map.of("operation", "commit"));

    @Test
    void until_isTheEndOfTheLastOneThatFollowsWithoutABreak() {
        List<MaintenanceWindow> windows = List.of(
                window("a", "daily 02:00-04:00"),
                window("b", "daily 03:30-05:00"),
                window("c", "daily 05:00-06:00"),
                window("d", "daily 06:30-07:00"));

        assertThat(OpenWindow.among(windows, THREE))
                .contains(new OpenWindow(windows.get(0), Instant.parse("2026-11-22T06:00:00Z")));
    }

    @Test
    void until_comesForWindowsThatNeverClose() {
        MaintenanceWindow always = window("always", "daily 00:00-24:00");

        assertThat(OpenWindow.among(List.of(always), THREE))
                .get()
                .satisfies(open -> assertThat(open.until()).isAfter(THREE.plusSeconds(86_400)));
    }

    @Test
    void nothingIsOpen_outsideOfTheHours() {
        assertThat(OpenWindow.among(List.of(window("a", "daily 04:00-05:00")), THREE))
                .isEmpty();
    }

    @Test
    void window_coversWhatMatches_belowTheSeverityThatBreaksThrough() {
        MaintenanceWindow window = new MaintenanceWindow(
                "nightly",
                new Timetable(Recurrence.parse("daily 02:00-04:00"), ZoneOffset.UTC),
                List.of(Matcher.parse("operation=commit")),
                Severity.CRITICAL,
                true);

        assertThat(window.covers(Severity.WARNING, COMMIT)).isTrue();
        assertThat(window.covers(Severity.CRITICAL, COMMIT)).isFalse();
        assertThat(window.covers(Severity.WARNING, new Labels(Map.of("operation", "merge"))))
                .isFalse();
    }

    @Test
    void window_thatIsNotEnabled_coversNothing() {
        MaintenanceWindow window = window("a", "daily 02:00-04:00");
        MaintenanceWindow off = new MaintenanceWindow("a", window.timetable(), List.of(), null, false);

        assertThat(window.covers(Severity.CRITICAL, COMMIT)).isTrue();
        assertThat(off.covers(Severity.CRITICAL, COMMIT)).isFalse();
    }

    private static MaintenanceWindow window(String name, String recurrence) {
        return new MaintenanceWindow(
                name, new Timetable(Recurrence.parse(recurrence), ZoneOffset.UTC), List.of(), null, true);
    }
}
