package io.tidemark.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Schedule EVERY_MINUTE = Schedule.of("* * * * *", "UTC");
    private static final Schedule DAILY = Schedule.of("0 2 * * *", "UTC");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant NEXT_NIGHT = Instant.parse("2026-11-22T02:00:00Z");

    @Test
    void plan_isDueFromItsTimeOn() {
        Plan plan = Plan.from(DAILY, NOON);

        assertThat(plan.isDue(NEXT_NIGHT.minusNanos(1))).isFalse();
        assertThat(plan.isDue(NEXT_NIGHT)).isTrue();
        assertThat(plan.isDue(NEXT_NIGHT.plus(Duration.ofDays(30)))).isTrue();
    }

    @Test
    void plan_catchesUpOnce_howeverMuchWasMissed() {
        Instant fiveDaysLater = NOON.plus(Duration.ofDays(5));
        Plan missed = Plan.from(DAILY, NOON);

        assertThat(missed.isDue(fiveDaysLater)).isTrue();
        assertThat(missed.renewed(fiveDaysLater).isDue(fiveDaysLater)).isFalse();
        assertThat(missed.renewed(fiveDaysLater).next()).isEqualTo(NEXT_NIGHT.plus(Duration.ofDays(5)));
    }

    @Test
    void plan_isNotDueAgain_whenTheClockIsSetBack() {
        Plan afterTheRun = Plan.from(EVERY_MINUTE, NOON);
        Instant anHourBack = NOON.minus(Duration.ofHours(1));

        assertThat(afterTheRun.isDue(anHourBack)).isFalse();
        assertThat(afterTheRun.isOutOfReach(anHourBack)).isFalse();
    }

    @Test
    void plan_isOutOfReach_whenTheClockWasWrongByMoreThanThreeHours() {
        Plan afterARunInAWrongYear = Plan.from(EVERY_MINUTE, NOON.plus(Duration.ofDays(365)));

        assertThat(afterARunInAWrongYear.isOutOfReach(NOON)).isTrue();
        assertThat(afterARunInAWrongYear.renewed(NOON).next()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void plan_isInReach_howeverRarelyItComes() {
        Plan yearly = Plan.from(Schedule.of("@yearly", "UTC"), NOON);

        assertThat(yearly.isOutOfReach(NOON)).isFalse();
        assertThat(yearly.isOutOfReach(NOON.minus(Duration.ofDays(100)))).isFalse();
    }

    @Test
    void plan_ofSomethingThatNeverComes_isNeverDue() {
        Plan never = Plan.from(Schedule.of("0 0 30 2 *", "UTC"), NOON);

        assertThat(never.next()).isNull();
        assertThat(never.isDue(Instant.MAX)).isFalse();
        assertThat(never.isOutOfReach(NOON)).isFalse();
    }
}
