package io.tidemark.application.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.application.SettableClock;
import io.tidemark.application.memory.MemoryStorageFactory;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageFixture;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.backtest.Backtest;
import io.tidemark.domain.backtest.Backtest.Proposal;
import io.tidemark.domain.backtest.Episode;
import io.tidemark.domain.backtest.Rehearsal.Ways;
import io.tidemark.domain.backtest.Rule;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.RhythmPolicy;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class BacktestsTest {
    private static final Instant NOW = Instant.parse("2026-10-28T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final SettableClock clock = new SettableClock(NOW);
    private final Storage storage = new MemoryStorageFactory().create(StorageSettings.NONE, clock);
    private final Backtests backtests = new Backtests(
            storage.rollups(),
            storage.alertReader(),
            operation -> new Ways(BaselinePolicy.DEFAULT, RhythmPolicy.DEFAULT),
            HOUR,
            clock);

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void run_findsWhatWouldHaveBrokenTheBaselineOfTheDay() {
        quietDays(5);
        record("commit", 25_000, NOW.minus(Duration.ofDays(2)));

        Backtest backtest = run(Rule.THRESHOLD, null, null);

        assertThat(backtest.setting()).isEqualTo(2);
        assertThat(backtest.episodes()).hasSize(1);
        Episode episode = backtest.episodes().get(0);
        assertThat(episode.from()).isEqualTo(NOW.minus(Duration.ofDays(2)));
        assertThat(episode.worst().micros()).isEqualTo(25_000);
        assertThat(episode.worst().against()).isEqualTo("at any time");
    }

    @ParameterizedTest
    @EnumSource(names = {"THRESHOLD", "ROBUST", "CLASSIC"})
    void run_ofAQuietPast_findsNothing(Rule rule) {
        quietDays(5);

        assertThat(run(rule, null, null).episodes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ROBUST", "CLASSIC"})
    void run_findsOutliersOfTheirOwnDay(Rule rule) {
        quietDays(5);
        record("commit", 250_000, NOW.minus(Duration.ofHours(50)));

        assertThat(run(rule, null, null).episodes())
                .extracting(Episode::from)
                .containsExactly(NOW.minus(Duration.ofHours(50)));
    }

    @Test
    void run_ofTheStream_findsTheMinuteThatSurprises() {
        for (int minute = 0; minute < 115; minute++) {
            record("commit", 5_000 + minute * 7919L % 400, NOW.minus(Duration.ofMinutes(115 - minute)));
        }
        record("commit", 500_000, NOW);

        assertThat(run(Rule.STREAM, 0.3, null).past().minutesFrom()).isEqualTo(NOW.minus(Duration.ofHours(2)));
    }

    @ParameterizedTest
    @CsvSource({"0, 5.01, 0", "1, 2.51, 1", "2, 1, 2"})
    void run_proposesTheLowestSettingThatIsQuietEnough(int mostAWeek, double setting, int episodes) {
        quietDays(5);
        record("commit", 25_000, NOW.minus(Duration.ofDays(2)));
        record("commit", 50_000, NOW.minus(Duration.ofDays(1)));

        Proposal proposal = run(Rule.THRESHOLD, null, mostAWeek).proposal();

        assertThat(proposal).isNotNull();
        assertThat(proposal.setting()).isBetween(setting - 0.04, setting + 0.04);
        assertThat(proposal.episodes()).isEqualTo(episodes);
    }

    @Test
    void run_saysWhenNoSettingIsQuietEnough() {
        quietDays(5);
        record("commit", 25_000_000_000L, NOW.minus(Duration.ofDays(2)));

        assertThat(run(Rule.THRESHOLD, null, 0).proposal()).isEqualTo(new Proposal(0, null, 1));
    }

    @Test
    void run_ofAnOperationSeenForTheFirstTime_judgesNothingYet() {
        record("commit", 10_000, NOW.minus(HOUR));

        Backtest backtest = run(Rule.THRESHOLD, null, 1);

        assertThat(backtest.past().judgedFrom()).isNull();
        assertThat(backtest.past().timings()).isOne();
        assertThat(backtest.episodes()).isEmpty();
    }

    @Test
    void run_overAllOperations_isInOrder_andEmptyWithoutHistory() {
        BacktestQuestion all = new BacktestQuestion(null, Rule.THRESHOLD, null, 30, null);
        assertThat(backtests.run(all)).isEmpty();

        record("merge", 10_000, NOW);
        record("commit", 10_000, NOW);

        assertThat(backtests.run(all))
                .extracting(answer -> answer.backtest().past().operation())
                .containsExactly("commit", "merge");
    }

    @Test
    void run_showsWhichAlertsThereWereAtThatTime() {
        quietDays(5);
        record("commit", 25_000, NOW.minus(HOUR));
        Alert during = alert(NOW.minus(HOUR).plusSeconds(30));

        BacktestAnswer answer = backtests
                .run(new BacktestQuestion("commit", Rule.THRESHOLD, null, 30, null))
                .get(0);

        assertThat(answer.during(answer.backtest().episodes().get(0))).containsExactly(during);
        assertThat(answer.missed()).isEmpty();
    }

    @Test
    void run_showsWhichAlertsItWouldNotHaveRaised() {
        quietDays(5);
        Alert missed = alert(NOW.minus(HOUR));

        assertThat(backtests
                        .run(new BacktestQuestion("commit", Rule.THRESHOLD, null, 30, null))
                        .get(0)
                        .missed())
                .containsExactly(missed);
    }

    @Test
    void run_ofAnUnknownOperation_saysWhichThereAre() {
        record("commit", 10_000, NOW);

        assertThatExceptionOfType(UnknownOperationException.class)
                .isThrownBy(() -> backtests.run(new BacktestQuestion("comit", Rule.THRESHOLD, null, 30, null)))
                .withMessage("nothing is stored of operation 'comit': there is commit");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 30, 1, multiplier 0.5 must",
        "2, 0, 1, days 0 must",
        "2, 401, 1, days 401 must",
        "2, 30, -1, mostAWeek -1 must"
    })
    void question_refusesWhatMakesNoSense(double setting, int days, int mostAWeek, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BacktestQuestion("commit", Rule.THRESHOLD, setting, days, mostAWeek))
                .withMessageStartingWith(message);
    }

    private Backtest run(Rule rule, @Nullable Double setting, @Nullable Integer mostAWeek) {
        return backtests
                .run(new BacktestQuestion("commit", rule, setting, 7, mostAWeek))
                .get(0)
                .backtest();
    }

    /** Each hour of the last days has 20 commits of 9 to 10 ms. */
    private void quietDays(int days) {
        List<Timing> timings = new ArrayList<>();
        for (int hour = 1; hour <= 24 * days; hour++) {
            for (int i = 0; i < 20; i++) {
                Instant start = NOW.minus(HOUR.multipliedBy(hour)).plusSeconds(i * 60L + 7);
                timings.add(StorageFixture.timing("commit", 9_000 + 50L * (i + 1), start));
            }
        }
        storage.timings().append(timings);
    }

    private void record(String operation, long micros, Instant start) {
        storage.timings().append(List.of(StorageFixture.timing(operation, micros, start)));
    }

    private Alert alert(Instant at) {
        storage.alerts()
                .change(
                        StorageFixture.slow("commit"),
                        StorageFixture.seen(StorageFixture.sighting(StorageFixture.slow("commit"), at)));
        return storage.alertReader().latest(Which.ALL, 1).get(0).alert();
    }
}
