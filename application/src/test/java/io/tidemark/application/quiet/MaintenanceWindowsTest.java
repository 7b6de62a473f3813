package io.tidemark.application.quiet;

import static io.tidemark.domain.alert.Severity.CRITICAL;
import static io.tidemark.domain.alert.Severity.WARNING;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.quiet.FiledWindow;
import io.tidemark.domain.quiet.FiledWindow.Origin;
import io.tidemark.domain.quiet.MaintenanceWindow;
import io.tidemark.domain.quiet.Recurrence;
import io.tidemark.domain.quiet.Timetable;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MaintenanceWindowsTest {
    private final QuietWorld world = new QuietWorld();
    private final WindowDesk desk = new WindowDesk(world.storage.windows(), world.clock);
    private final MaintenanceWindows windows = new MaintenanceWindows(world.storage.windows(), world.labels);

    @Test
    void quiet_isUntilTheLastOneCloses_ofThoseThatFollowUponEachOther() {
        desk.set(window("lunch", "daily 11:30-13:00", null), "ada");
        desk.set(window("siesta", "daily 13:00-14:00", null), "ada");
        windows.refresh();

        assertThat(windows.quiet(world.raise("commit", WARNING), NOON))
                .contains(new Quiet(QuietReason.MAINTENANCE_WINDOW, "window lunch", NOON.plusSeconds(7_200)));
    }

    @Test
    void quiet_isNotOfWhatBreaksThrough() {
        desk.set(window("lunch", "daily 11:30-13:00", CRITICAL), "ada");
        windows.refresh();

        assertThat(windows.quiet(world.raise("commit", WARNING), NOON)).isPresent();
        assertThat(windows.quiet(world.raise("merge", CRITICAL), NOON)).isEmpty();
    }

    @Test
    void quiet_goesByTheMatchers_alsoForTheEnd() {
        desk.set(window("lunch", "daily 11:30-13:00", null, "operation=commit"), "ada");
        desk.set(window("siesta", "daily 12:00-14:00", null, "operation=merge"), "ada");
        windows.refresh();

        assertThat(windows.quiet(world.raise("commit", WARNING), NOON))
                .get()
                .extracting(Quiet::until)
                .isEqualTo(NOON.plusSeconds(3_600));
        assertThat(windows.quiet(world.raise("diff", WARNING), NOON)).isEmpty();
    }

    @Test
    void quiet_isOver_whenTheWindowIsRemoved() {
        desk.set(window("lunch", "daily 11:30-13:00", null), "ada");
        desk.remove("lunch", "ada");
        windows.refresh();

        assertThat(windows.quiet(world.raise("commit", WARNING), NOON)).isEmpty();
    }

    @Test
    void load_takesThePlaceOfWhatCameFromSettings_andLeavesWhatPeopleSet() {
        MaintenanceWindow old = window("old", "daily 01:00-02:00", null);
        MaintenanceWindow kept = window("kept", "daily 02:00-03:00", null);
        MaintenanceWindow fresh = window("fresh", "daily 03:00-04:00", null);
        MaintenanceWindow own = window("own", "daily 04:00-05:00", null);
        desk.load(List.of(old, kept));
        desk.set(own, "ada");

        desk.load(List.of(kept, fresh));

        assertThat(desk.windows()).extracting(FiledWindow::window).containsExactly(fresh, kept, own);
        assertThat(desk.windows())
                .extracting(FiledWindow::origin)
                .containsExactly(Origin.SETTINGS, Origin.SETTINGS, Origin.PERSON);
    }

    @Test
    void load_setsBackWhatAPersonChanged() {
        MaintenanceWindow nightly = window("nightly", "daily 01:00-02:00", null);
        desk.load(List.of(nightly));
        desk.set(window("nightly", "daily 01:00-08:00", null), "ada");

        desk.load(List.of(nightly));

        assertThat(desk.find("nightly")).get().extracting(FiledWindow::window).isEqualTo(nightly);
    }

    private static MaintenanceWindow window(
            String name, String recurrence, @Nullable Severity breakThrough, String... matchers) {
        return new MaintenanceWindow(
                name,
                new Timetable(Recurrence.parse(recurrence), ZoneOffset.UTC),
                List.of(matchers).stream().map(Matcher::parse).toList(),
                breakThrough,
                true);
    }
}
