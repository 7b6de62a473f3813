package io.tidemark.application.baseline;

import static io.tidemark.domain.baseline.BaselineFixture.COMMITS;
import static io.tidemark.domain.timing.TimingFixture.ANNA;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static io.tidemark.domain.timing.TimingFixture.aCommit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.application.SettableClock;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.application.port.TimingReader;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.BaselineOrigin;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.TooFewSamplesException;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class BaselinesTest {
    private static final BaselinePolicy OF_COMMITS = BaselinePolicy.DEFAULT.withMultiplier(2.5);

    private final SettableClock clock = new SettableClock(NOON);
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, clock);
    private final Baselines baselines = new Baselines(
            new CountingTimings(storage.rollups(), storage.incidents(), storage.exclusions()),
            storage.timingReader(),
            storage.baselines(),
            operation -> operation.equals("commit") ? OF_COMMITS : BaselinePolicy.DEFAULT,
            clock);

    @Test
    void calculate_saysWhatIsNormal() {
        commitsOfOneToAHundredMillis(NOON);

        ActiveBaseline active = baselines.calculate(COMMITS, ANNA);

        assertThat(active.baseline().scope()).isEqualTo(COMMITS);
        assertThat(active.baseline().normal().samples()).isEqualTo(100);
        // percentile_cont of 1, 2 … 100 ms.
        assertThat(active.baseline().p99Micros()).isCloseTo(99_010, Percentage.withPercentage(1));
        assertThat(active.baseline().normal().moments().mean()).isCloseTo(50_500, within(1e-6));
    }

    @Test
    void calculate_saysWhoAskedWhen_andByWhichRule() {
        commitsOfOneToAHundredMillis(NOON);

        ActiveBaseline active = baselines.calculate(COMMITS, ANNA);

        assertThat(active.baseline().origin()).isEqualTo(new BaselineOrigin(BaselineOrigin.Reason.MANUAL, ANNA, NOON));
        assertThat(active.baseline().multiplier()).isEqualTo(2.5);
        assertThat(active.baseline().window()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void calculate_activatesWhatItMade() {
        commitsOfOneToAHundredMillis(NOON);

        ActiveBaseline active = baselines.calculate(COMMITS, ANNA);

        assertThat(storage.baselineReader().active()).containsExactly(active);
    }

    @Test
    void calculate_ofABranch_looksAtItsTimingsOnly() {
        commitsOfOneToAHundredMillis(NOON);
        Context onMain = Context.of(ANNA).onBranch("main");
        storage.timings()
                .append(IntStream.range(0, 10)
                        .mapToObj(i -> new Timing("commit", 7_000, NOON, onMain))
                        .toList());

        assertThat(baselines
                        .calculate(new Scope("commit", "main"), ANNA)
                        .baseline()
                        .normal()
                        .samples())
                .isEqualTo(10);
    }

    @Test
    void calculate_looksNoFurtherBackThanItsPolicy() {
        commitsOfOneToAHundredMillis(NOON.minus(Duration.ofMinutes(90)));
        commitsOfOneToAHundredMillis(NOON);

        ActiveBaseline active =
                baselines.calculate(COMMITS, BaselinePolicy.DEFAULT.withLookback(Duration.ofHours(1)), ANNA);

        assertThat(active.baseline().normal().samples()).isEqualTo(100);
    }

    @Test
    void calculate_ofTooFewTimings_saysHowManyThereAreAndHowManyItTakes() {
        storage.timings().append(List.of(aCommit(Duration.ofMillis(1), NOON), aCommit(Duration.ofMillis(2), NOON)));

        assertThatExceptionOfType(TooFewSamplesException.class)
                .isThrownBy(() -> baselines.calculate(COMMITS, ANNA))
                .withMessage("commit: the last 7 days hold 2 timings, a baseline takes 10:"
                        + " record more, or look further back");
    }

    @Test
    void calculate_ofTooFewTimings_keepsTheBaselineThereIs() {
        commitsOfOneToAHundredMillis(NOON);
        ActiveBaseline active = baselines.calculate(COMMITS, ANNA);
        clock.advance(Duration.ofDays(30));

        assertThatExceptionOfType(TooFewSamplesException.class).isThrownBy(() -> baselines.calculate(COMMITS, ANNA));
        assertThat(storage.baselineReader().active()).containsExactly(active);
    }

    @Test
    void calculate_isExactWhereTheStorageKeepsSingleTimings() {
        commitsOfOneToAHundredMillis(NOON);

        ActiveBaseline active = over((scope, range, limit) -> Optional.of(
                        LongStream.rangeClosed(1, 100).map(i -> i * 1_000).toArray()))
                .calculate(COMMITS, ANNA);

        assertThat(active.baseline().p99Micros()).isCloseTo(99_010, within(1e-6));
    }

    @Test
    void calculate_trustsTheRollUpsWhenSingleTimingsAreMissing() {
        commitsOfOneToAHundredMillis(NOON);

        ActiveBaseline active = over((scope, range, limit) -> Optional.of(new long[] {1_000, 2_000}))
                .calculate(COMMITS, ANNA);

        assertThat(active.baseline().normal().samples()).isEqualTo(100);
    }

    private Baselines over(TimingReader singles) {
        return new Baselines(
                new CountingTimings(storage.rollups(), storage.incidents(), storage.exclusions()),
                singles,
                storage.baselines(),
                operation -> BaselinePolicy.DEFAULT,
                clock);
    }

    private void commitsOfOneToAHundredMillis(Instant end) {
        storage.timings()
                .append(IntStream.rangeClosed(1, 100)
                        .mapToObj(millis -> aCommit(Duration.ofMillis(millis), end))
                        .toList());
    }
}
