package io.tidemark.application.overview;

import static io.tidemark.domain.baseline.BaselineFixture.aBaseline;
import static io.tidemark.domain.timing.TimingFixture.ANNA;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.SettableClock;
import io.tidemark.application.baseline.BaselineWatch;
import io.tidemark.application.overview.OperationOverview.Point;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

final class OverviewTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final TimeRange LAST_HOUR = TimeRange.endingAt(NOON, Duration.ofHours(1));
    private static final Instant HALF_PAST_ELEVEN = NOON.minus(Duration.ofMinutes(30));

    private final Storage storage = Storages.create("memory", StorageSettings.NONE, new SettableClock(NOON));
    private final BaselineWatch baselines = new BaselineWatch(storage.baselineReader(), storage.operationReader());
    private final Overview overview = new Overview(storage.rollups(), baselines);

    @Test
    void operations_withoutTimings_areNone() {
        assertThat(overview.operations(LAST_HOUR, TEN_MINUTES)).isEmpty();
    }

    @Test
    void operations_areInAlphabeticalOrder() {
        record("merge", 1_000, HALF_PAST_ELEVEN);
        record("commit", 1_000, HALF_PAST_ELEVEN);

        assertThat(overview.operations(LAST_HOUR, TEN_MINUTES))
                .extracting(OperationOverview::operation)
                .containsExactly("commit", "merge");
    }

    @Test
    void operations_haveAPointForEachStepWithTimings_andAllOfThemAsAWhole() {
        record("commit", 2_000, HALF_PAST_ELEVEN);
        record("commit", 9_000, HALF_PAST_ELEVEN.plusSeconds(540));
        record("commit", 4_000, HALF_PAST_ELEVEN.plusSeconds(1_200));

        OperationOverview commits = commits();

        assertThat(commits.points())
                .extracting(Point::start)
                .containsExactly(HALF_PAST_ELEVEN, HALF_PAST_ELEVEN.plusSeconds(1_200));
        assertThat(commits.points())
                .extracting(point -> point.durations().max())
                .containsExactly(9_000L, 4_000L);
        assertThat(commits.whole().samples()).isEqualTo(3);
        assertThat(commits.whole().min()).isEqualTo(2_000);
        assertThat(commits.whole().max()).isEqualTo(9_000);
    }

    @Test
    void operation_isTheSameAsAmongAllOthers() {
        allowTwoMillis();
        record("commit", 2_000, HALF_PAST_ELEVEN);
        record("commit", 9_000, HALF_PAST_ELEVEN.plusSeconds(1_540));
        record("merge", 4_000, HALF_PAST_ELEVEN);

        SortedMap<Instant, Sketch> steps = overview.steps(Scope.of("commit"), LAST_HOUR, TEN_MINUTES);

        assertThat(overview.operation("commit", steps))
                .hasValue(overview.operations(LAST_HOUR, TEN_MINUTES).get(0));
    }

    @Test
    void operation_withoutTimings_isNone() {
        assertThat(overview.operation("commit", overview.steps(Scope.of("commit"), LAST_HOUR, TEN_MINUTES)))
                .isEmpty();
    }

    @Test
    void operations_withoutABaseline_areNotOverTheirThreshold() {
        record("commit", 3_000_000, HALF_PAST_ELEVEN);

        assertThat(commits().baseline()).isNull();
        assertThat(commits().isOverThreshold()).isFalse();
    }

    @Test
    void operations_haveTheirBaselineBesideThem() {
        ActiveBaseline upToTwoMillis = allowTwoMillis();
        record("commit", 2_000, HALF_PAST_ELEVEN);

        assertThat(commits().baseline()).isEqualTo(upToTwoMillis);
        assertThat(commits().isOverThreshold()).isFalse();
    }

    @Test
    void operations_areOverTheirThreshold_whenOneRunIs() {
        allowTwoMillis();
        record("commit", 1_000, HALF_PAST_ELEVEN);
        record("commit", 2_001, HALF_PAST_ELEVEN);

        assertThat(commits().isOverThreshold()).isTrue();
    }

    private ActiveBaseline allowTwoMillis() {
        ActiveBaseline active = storage.baselines().activate(aBaseline(1_000, 2));
        baselines.refresh();
        return active;
    }

    private OperationOverview commits() {
        List<OperationOverview> all = overview.operations(LAST_HOUR, TEN_MINUTES);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private void record(String operation, long micros, Instant start) {
        Instant end = start.plusNanos(1_000 * micros);
        storage.timings().append(List.of(new Timing(operation, micros, end, Context.of(ANNA))));
    }
}
