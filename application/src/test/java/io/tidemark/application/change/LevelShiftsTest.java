package io.tidemark.application.change;

import static io.tidemark.application.port.StorageFixture.ADA;
import static io.tidemark.domain.timing.TimingFixture.ANNA;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.application.SettableClock;
import io.tidemark.application.alert.AlertDesk;
import io.tidemark.application.alert.DeskFixture;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.change.ChangePoint;
import io.tidemark.domain.change.ChangeSettings;
import io.tidemark.domain.change.LevelShift;
import io.tidemark.domain.change.ShiftPolicy;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class LevelShiftsTest {
    private static final Duration TEN_DAYS = Duration.ofDays(10);
    private static final Instant SHIFT = NOON.minus(Duration.ofDays(3));

    private final Storage storage = Storages.create("memory", StorageSettings.NONE, new SettableClock(NOON));
    private final LevelShifts shifts =
            new LevelShifts(storage.rollups(), storage.operationReader(), ShiftPolicy.standard(ZoneOffset.UTC));

    @Test
    void standing_tellsOfTheOperationsThatGotSlower() {
        recordTenDays("commit", 2);
        recordTenDays("get_diff", 1);
        recordTenDays("merge_abort", 0.5);

        assertThat(shifts.standing(NOON)).singleElement().satisfies(standing -> {
            assertThat(standing.shift().operation()).isEqualTo("commit");
            assertThat(standing.shift().since()).isEqualTo(SHIFT);
            assertThat(standing.shift().percent()).isCloseTo(100, within(5.0));
            assertThat(standing.why().text()).contains("the week until " + SHIFT);
            assertThat(standing.why().recent()).hasSize(60);
        });
    }

    @Test
    void standing_leavesOutWhatIsNotTracked() {
        recordTenDays("commit", 2);
        storage.operations().track("commit", false, ADA);

        assertThat(shifts.standing(NOON)).isEmpty();
    }

    @Test
    void sighting_isAboutOneAlertHoweverOftenItIsSeen() {
        recordTenDays("commit", 2);

        assertThat(shifts.standing("commit", NOON).orElseThrow().sighting(NOON)).satisfies(sighting -> {
            assertThat(sighting.fingerprint()).isEqualTo(new Fingerprint(AlertType.DEGRADATION, "commit", null));
            assertThat(sighting.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(sighting.at()).isEqualTo(NOON);
            assertThat(sighting.evidence().figures().multiplier()).isCloseTo(2, within(0.05));
        });
    }

    @Test
    void watch_raisesOneAlertForAShiftThatStands() {
        recordTenDays("commit", 2);

        assertThat(watch(shift -> true).run()).isEqualTo("1 level shifts stand, 1 told");
        watch(shift -> true).run();

        assertThat(storage.alertReader().latest(Which.ALL, 10)).singleElement().satisfies(report -> {
            assertThat(report.alert().fingerprint().type()).isEqualTo(AlertType.DEGRADATION);
            assertThat(report.alert().recurrence().occurrences()).isEqualTo(2);
        });
    }

    @Test
    void watch_tellsNothingThatWasAccepted() {
        recordTenDays("commit", 2);

        assertThat(watch(shift -> !shift.since().equals(SHIFT)).run()).isEqualTo("1 level shifts stand, 0 told");
        assertThat(storage.alertReader().latest(Which.ALL, 10)).isEmpty();
    }

    @Test
    void history_hasTheStepsOfTheRange() {
        recordTenDays("commit", 2);
        TimeRange range = TimeRange.endingAt(NOON, TEN_DAYS);

        History history =
                shifts.history("commit", new View(range, Duration.ofHours(1), 0.5, new ChangeSettings(30, 0.001, 0.2)));

        assertThat(history.calm().start()).isEqualTo(range.from());
        assertThat(history.calm().size()).isEqualTo(240);
        assertThat(history.points()).extracting(ChangePoint::index).containsExactly(168);
    }

    @Test
    void history_ofWhatWasNotTimedIsEmpty() {
        View view = new View(TimeRange.endingAt(NOON, TEN_DAYS), Duration.ofDays(1), 0.99, ChangeSettings.DEFAULT);

        assertThat(shifts.history("commit", view).calm().present()).isZero();
        assertThat(shifts.history("commit", view).points()).isEmpty();
    }

    private LevelShiftWatch watch(Predicate<LevelShift> worthTelling) {
        Clock clock = new SettableClock(NOON);
        AlertDesk desk = DeskFixture.over(storage, clock);
        return new LevelShiftWatch(shifts, worthTelling, desk, clock);
    }

    private void recordTenDays(String operation, double factor) {
        Random random = new Random(5);
        List<Timing> timings = new ArrayList<>();
        for (Instant at = NOON.minus(TEN_DAYS); at.isBefore(NOON); at = at.plus(Duration.ofMinutes(20))) {
            double micros = 10_000 * Math.exp(0.05 * random.nextGaussian()) * (at.isBefore(SHIFT) ? 1 : factor);
            timings.add(new Timing(operation, Math.round(micros), at.plusSeconds(1), Context.of(ANNA)));
        }
        storage.timings().append(timings);
    }
}
