package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.AuditReader.Which;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.quiet.FiledWindow;
import io.tidemark.domain.quiet.FiledWindow.Origin;
import io.tidemark.domain.quiet.MaintenanceWindow;
import io.tidemark.domain.quiet.Recurrence;
import io.tidemark.domain.quiet.Timetable;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link WindowBook}. */
public abstract class WindowBookContract extends PortContract {
    private static final FiledWindow NIGHTLY = window("nightly", "daily 02:00-04:00", null);
    private static final FiledWindow BACKUP = window("backup / eu west", "cron 0 2 * * 0 for 2h30m", Severity.CRITICAL);

    @Test
    void windows_areEmptyWhenThereAreNone() {
        assertThat(storage.windows().windows()).isEmpty();
    }

    @Test
    void windows_areByName() {
        storage.windows().set(NIGHTLY);
        storage.windows().set(BACKUP);

        assertThat(storage.windows().windows()).containsExactly(BACKUP, NIGHTLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "once 2026-11-22T02:00 to 2026-11-22T04:00",
                "weekly sat,sun 22:00-06:00",
                "monthly 31 23:00-05:00",
                "monthly last 23:00-05:00",
                "cron */10 2 * * 0 for 1d2h3m"
            })
    void set_keepsEachKindOfRecurrence(String recurrence) {
        FiledWindow window = window("it", recurrence, null);

        storage.windows().set(window);

        assertThat(storage.windows().windows()).containsExactly(window);
    }

    @Test
    void set_takesThePlaceOfTheOneOfThatName() {
        FiledWindow later = window("nightly", "daily 03:00-04:00", null);
        storage.windows().set(NIGHTLY);
        storage.windows().set(later);

        assertThat(storage.windows().windows()).containsExactly(later);
    }

    @Test
    void remove_leavesTheOthers() {
        storage.windows().set(NIGHTLY);
        storage.windows().set(BACKUP);

        assertThat(storage.windows().remove("nightly", minute(1), "ada")).isTrue();
        assertThat(storage.windows().windows()).containsExactly(BACKUP);
    }

    @Test
    void remove_saysWhenThereIsNone() {
        assertThat(storage.windows().remove("nightly", minute(1), "ada")).isFalse();
    }

    @Test
    void changes_areAudited() {
        FiledWindow later = window("nightly", "daily 03:00-04:00", null);
        storage.windows().set(NIGHTLY);
        storage.windows().set(later);
        storage.windows().remove("nightly", minute(1), "ada");

        assertThat(storage.auditReader().latest(Which.ALL, 10))
                .containsExactly(later.removed("ada", minute(1)), later.set(NIGHTLY), NIGHTLY.set(null));
    }

    @Test
    void set_isAnnounced() throws Exception {
        Calls calls = new Calls();
        storage.signals().subscribe(Topic.WINDOWS, calls);

        storage.windows().set(NIGHTLY);

        calls.awaitOne();
    }

    @Test
    void remove_isAnnounced() throws Exception {
        storage.windows().set(NIGHTLY);
        Calls calls = new Calls();
        storage.signals().subscribe(Topic.WINDOWS, calls);

        storage.windows().remove("nightly", minute(1), "ada");

        calls.awaitOne();
    }

    private static FiledWindow window(String name, String recurrence, @Nullable Severity breakThrough) {
        MaintenanceWindow window = new MaintenanceWindow(
                name,
                new Timetable(Recurrence.parse(recurrence), ZoneId.of("Europe/Berlin")),
                List.of(Matcher.parse("severity!=INFO"), Matcher.parse("operation=~\"commit|merge.*\"")),
                breakThrough,
                true);
        return new FiledWindow(window, Origin.PERSON, "ada", minute(0));
    }
}
