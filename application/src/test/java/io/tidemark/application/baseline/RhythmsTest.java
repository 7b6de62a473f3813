package io.tidemark.application.baseline;

import static io.tidemark.application.baseline.BaselineWorld.COMMIT;
import static io.tidemark.application.baseline.BaselineWorld.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.Exclusion;
import io.tidemark.domain.baseline.Force;
import io.tidemark.domain.baseline.Norm.Basis;
import io.tidemark.domain.baseline.Remark;
import io.tidemark.domain.baseline.Rhythm;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RhythmsTest {
    private static final Instant AT_NINE = NOON.minus(Duration.ofHours(3));
    private static final Duration DAY = Duration.ofDays(1);

    private final BaselineWorld world = new BaselineWorld();

    @AfterEach
    void close() {
        world.storage.close();
    }

    @Test
    void calculate_tellsHoursApartWhereEnoughWasSeen() {
        busyAtNine(4);
        world.ran(COMMIT, Duration.ofMillis(1), 100, NOON.minusSeconds(600));

        Baseline baseline = world.learned(COMMIT).baseline();

        assertThat(baseline.at(AT_NINE).basis()).isEqualTo(Basis.HOUR_OF_DAY);
        assertThat(baseline.at(AT_NINE).period()).isEqualTo("daily 09:00–10:00 UTC");
        assertThat(baseline.at(AT_NINE).samples()).isEqualTo(400);
        assertThat(baseline.at(NOON).basis()).isEqualTo(Basis.ALL);
    }

    @Test
    void recalculation_tellsHoursApartToo() {
        busyAtNine(4);

        world.recalculate(COMMIT, Force.NO);

        assertThat(world.active(COMMIT).baseline().at(AT_NINE).basis()).isEqualTo(Basis.HOUR_OF_DAY);
    }

    @Test
    void calculate_takesNoHourFromWhatIsLeftOut() {
        busyAtNine(4);
        Instant from = AT_NINE.minus(DAY.multipliedBy(2)).minusSeconds(60);
        world.storage
                .exclusions()
                .add(new Exclusion(COMMIT, from, from.plus(DAY), new Remark("ada", NOON, "a test of load"), null));

        // Three days are left, with three hundred timings; of two there would be too few.
        assertThat(world.learned(COMMIT).baseline().at(AT_NINE).samples()).isEqualTo(300);
    }

    @Test
    void calculate_withoutEnoughHistory_hasOneNormForAllHours() {
        busyAtNine(2);

        assertThat(world.learned(COMMIT).baseline().rhythm().isEmpty()).isTrue();
    }

    @Test
    void calculate_whenHoursAreNotToldApart_hasNoRhythm() {
        busyAtNine(4);
        Rhythms never = new Rhythms(world.storage.rollups(), null);

        assertThat(never.from(NOON)).isEmpty();
        assertThat(new CountingTimings(
                                world.storage.rollups(), world.storage.incidents(), world.storage.exclusions(), never)
                        .rhythm(
                                COMMIT,
                                new CountingTimings(
                                                world.storage.rollups(),
                                                world.storage.incidents(),
                                                world.storage.exclusions())
                                        .incidents(NOON, NOON),
                                NOON))
                .isEqualTo(Rhythm.NONE);
    }

    /** A hundred slow commits at nine, on each of the last days. */
    private void busyAtNine(int days) {
        for (int day = 0; day < days; day++) {
            world.ran(COMMIT, Duration.ofMillis(9), 100, AT_NINE.minus(DAY.multipliedBy(day)));
        }
    }
}
