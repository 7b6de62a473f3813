package io.tidemark.adapters.postgres;

import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.timing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.adapters.postgres.SqlClient.SqlRefusal;
import io.tidemark.application.port.BaselineApprovals.Result;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageFixture;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineChange;
import io.tidemark.domain.baseline.BaselineChange.Step;
import io.tidemark.domain.baseline.BaselineOrigin.Reason;
import io.tidemark.domain.baseline.Proposal;
import io.tidemark.domain.baseline.Remark;
import io.tidemark.domain.baseline.Rhythm;
import io.tidemark.domain.baseline.Slot;
import io.tidemark.domain.baseline.Violation;
import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.percentile.Percentiles;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlBaselinesTest {
    private final Map<String, String> settings = TestDatabase.emptySchema();
    private Storage storage;
    private SqlClient client;

    @BeforeEach
    void prepare() {
        storage = TestDatabase.prepared(settings);
        client = SqlClient.of(settings);
    }

    @AfterEach
    void close() {
        client.close();
        storage.close();
    }

    @Test
    void calculate_activatesWhatTheLibraryReads() {
        storage.timings().append(tenThousand(null));

        long id = client.number("select calculate_performance_baseline('commit', null, 7, 2.5)");

        ActiveBaseline active = storage.baselineReader().active().get(0);
        assertThat(active.id()).isEqualTo(id);
        Baseline baseline = active.baseline();
        assertThat(baseline.scope()).isEqualTo(Scope.of("commit"));
        assertThat(baseline.window()).isEqualTo(Duration.ofDays(7));
        assertThat(baseline.multiplier()).isEqualTo(2.5);
        assertThat(baseline.origin().reason()).isEqualTo(Reason.MANUAL);
        assertThat(baseline.origin().by()).isEqualTo("postgres");
    }

    @Test
    void calculate_isInTheHistory() {
        storage.timings().append(tenThousand(null));
        ActiveBaseline first = storage.baselines().activate(StorageFixture.baseline(Scope.of("commit"), 400));

        long id = client.number("select calculate_performance_baseline('commit', null, 7, 2.5)");

        BaselineChange change = storage.baselineHistory().changes("commit", 1).get(0);
        assertThat(change.before()).isEqualTo(new Step(first.id(), 400));
        assertThat(change.after().baselineId()).isEqualTo(id);
        assertThat(change.origin().by()).isEqualTo("postgres");
        assertThat(client.ask("select concat_ws('|', old_baseline_id, old_p99_microseconds, changed_by, reason) "
                        + "from performance_baseline_history order by baseline_id desc limit 1"))
                .isEqualTo(first.id() + "|400|postgres|MANUAL");
    }

    @Test
    void calculate_makesWhatWaitsForApprovalOutdated() {
        storage.timings().append(tenThousand(null));
        ActiveBaseline present = storage.baselines().activate(StorageFixture.baseline(Scope.of("commit"), 400));
        Proposal proposal = storage.baselineApprovals()
                .propose(present.id(), StorageFixture.baseline(Scope.of("commit"), 4_000))
                .orElseThrow();

        long id = client.number("select calculate_performance_baseline('commit')");

        assertThat(storage.baselineApprovals().standing()).isEmpty();
        assertThat(storage.baselineApprovals()
                        .approve(proposal.id(), new Remark("ada", RECENTLY, null))
                        .orElseThrow()
                        .result())
                .isEqualTo(Result.OUTDATED);
        assertThat(storage.baselineReader().active())
                .extracting(ActiveBaseline::id)
                .containsExactly(id);
    }

    @Test
    void secondPendingProposalOfAScope_isRefusedByTheDatabase() {
        ActiveBaseline present = storage.baselines().activate(StorageFixture.baseline(Scope.of("commit"), 400));
        storage.baselineApprovals().propose(present.id(), StorageFixture.baseline(Scope.of("commit"), 4_000));

        assertThatExceptionOfType(SqlRefusal.class)
                .isThrownBy(() -> client.execute("""
                        insert into performance_baselines (
                          operation_type, lookback, samples, min_microseconds, max_microseconds,
                          mean_microseconds, deviation_microseconds, p50_microseconds, p75_microseconds,
                          p90_microseconds, p95_microseconds, p99_microseconds, alert_threshold_multiplier,
                          reason, made_by, made_at, active, decision, in_place_of)
                        select
                          operation_type, lookback, samples, min_microseconds, max_microseconds,
                          mean_microseconds, deviation_microseconds, p50_microseconds, p75_microseconds,
                          p90_microseconds, p95_microseconds, p99_microseconds, alert_threshold_multiplier,
                          reason, made_by, made_at, active, decision, in_place_of
                        from performance_baselines
                        where decision = 'pending'"""))
                .withMessageContaining("performance_baselines_one_pending");
    }

    @Test
    void calculate_agreesWithTheSketchesOfTheLibrary() {
        storage.timings().append(tenThousand(null));
        client.execute("select calculate_performance_baseline('commit')");

        Distribution sql = storage.baselineReader().active().get(0).baseline().normal();
        Sketch sketch = storage.rollups()
                .merged(Scope.of("commit"), TimeRange.endingAt(RECENTLY.plusSeconds(3_600), Duration.ofDays(1)));
        Distribution library = sketch.distribution();

        Percentage onePercent = Percentage.withPercentage(1);
        assertThat(sql.samples()).isEqualTo(library.samples());
        assertThat(sql.min()).isEqualTo(library.min());
        assertThat(sql.max()).isEqualTo(library.max());
        assertThat(sql.moments().mean()).isCloseTo(library.moments().mean(), within(1e-6));
        assertThat(sql.moments().deviation()).isCloseTo(library.moments().deviation(), within(1e-6));
        assertThat(library.percentiles().p50()).isCloseTo(sql.percentiles().p50(), onePercent);
        assertThat(library.percentiles().p75()).isCloseTo(sql.percentiles().p75(), onePercent);
        assertThat(library.percentiles().p90()).isCloseTo(sql.percentiles().p90(), onePercent);
        assertThat(library.percentiles().p95()).isCloseTo(sql.percentiles().p95(), onePercent);
        assertThat(library.percentiles().p99()).isCloseTo(sql.percentiles().p99(), onePercent);
    }

    @Test
    void calculate_countsWhatIsStillInTheInbox() {
        storage.timings()
                .append(IntStream.range(0, 5)
                        .mapToObj(i -> timing("commit", 100, RECENTLY))
                        .toList());
        client.execute("select record_performance_metric('commit', 200) from generate_series(1, 5)");

        client.execute("select calculate_performance_baseline('commit')");

        assertThat(client.ask("select concat_ws('|', samples, p50_microseconds) from performance_baselines"))
                .isEqualTo("10|150");
    }

    @Test
    void calculate_saysHowManyTimingsThereAreAndHowManyItTakes() {
        client.execute("select record_performance_metric('commit', 200) from generate_series(1, 9)");
        client.execute("select record_performance_metric('other', 200)");

        assertThatExceptionOfType(SqlRefusal.class)
                .isThrownBy(() -> client.execute("select calculate_performance_baseline('commit')"))
                .withMessageContaining("commit: the last 30 days hold 9 timings, a baseline takes 10")
                .satisfies(refusal -> assertThat(refusal.state()).isEqualTo("55000"));
    }

    @Test
    void calculate_looksBackAsFarAsItIsTold() {
        client.execute("""
                select record_performance_metric('commit', 200, p_start_time => now() - interval '3 days')
                from generate_series(1, 10)""");

        assertThatExceptionOfType(SqlRefusal.class)
                .isThrownBy(() -> client.execute("select calculate_performance_baseline('commit', null, 2)"))
                .withMessageContaining("hold 0 timings");
        assertThat(client.number("select calculate_performance_baseline('commit', null, 4)"))
                .isPositive();
    }

    @Test
    void calculate_ofAllBranches_leavesTheBaselinesOfBranchesAsTheyAre() {
        storage.timings().append(tenThousand("main"));
        String calculate = "select calculate_performance_baseline('commit', %s)";
        String main = client.ask("select id from performance_branches");
        client.execute(calculate.formatted(main));
        client.execute(calculate.formatted("null"));
        client.execute(calculate.formatted("null"));

        assertThat(storage.baselineReader().active())
                .extracting(active -> active.baseline().scope())
                .containsExactly(Scope.of("commit"), new Scope("commit", "main"));
        assertThat(client.ask("select count(*) from performance_baselines")).isEqualTo("3");
    }

    @Test
    void calculate_atOnceFromSqlAndTheLibrary_leavesOneActive() throws Exception {
        storage.timings().append(tenThousand(null));
        Baseline library = StorageFixture.baseline(Scope.of("commit"), 4_000);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch ready = new CountDownLatch(4);
        try {
            List<Future<Boolean>> done = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> {
                        try (SqlClient one = SqlClient.of(settings)) {
                            ready.countDown();
                            ready.await();
                            for (int n = 0; n < 10; n++) {
                                if (i == 0) {
                                    storage.baselines().activate(library);
                                } else {
                                    one.execute("select calculate_performance_baseline('commit')");
                                }
                            }
                        }
                        return true;
                    }))
                    .toList();
            for (Future<Boolean> one : done) {
                assertThat(one.get(60, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(client.ask(
                        "select concat_ws('|', count(*), count(*) filter (where active)) from performance_baselines"))
                .isEqualTo("40|1");
    }

    @Test
    void calculate_isAnnounced() throws Exception {
        storage.timings().append(tenThousand(null));
        CountDownLatch called = new CountDownLatch(1);
        storage.signals().subscribe(Topic.BASELINES, called::countDown);

        client.execute("select calculate_performance_baseline('commit')");

        assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "null; p_operation_type",
                "'commit', 4711; p_branch_id '4711'",
                "'commit', null, 0; p_lookback_days '0'",
                "'commit', null, -1; p_lookback_days '-1'",
                "'commit', null, 7, 0.5; p_alert_threshold_multiplier '0.5'",
                "'commit', null, 7, 'NaN'; p_alert_threshold_multiplier 'NaN'",
                "'commit', null, 7, null; p_alert_threshold_multiplier null"
            })
    void calculate_refusesWhatBreaksARuleAndNamesIt(String arguments, String message) {
        assertThatExceptionOfType(SqlRefusal.class)
                .isThrownBy(() -> client.execute("select calculate_performance_baseline(%s)".formatted(arguments)))
                .withMessageContaining(message)
                .satisfies(refusal -> assertThat(refusal.state()).isEqualTo("22023"));
    }

    @ParameterizedTest
    @CsvSource({"1000, 2", "999.75, 2.5", "333.3333333333333, 3", "1, 10", "1, 100", "1000, 1", "7, 1e300"})
    void check_judgesAsTheLibraryDoes(double p99, double multiplier) {
        Baseline baseline = baseline(p99, multiplier);
        storage.baselines().activate(baseline);
        long threshold = baseline.thresholdMicros();

        for (long actual : List.of(
                1L,
                threshold - 1,
                threshold,
                threshold + 1,
                2 * threshold - 1,
                2 * threshold,
                2 * threshold + 1,
                10_000 * threshold)) {
            if (actual >= 1 && actual <= Timing.MAX_MICROS) {
                Optional<Violation> violation = baseline.judge(actual);
                String metric = client.ask("select record_performance_metric('commit', %d)".formatted(actual));
                List<String> row = client.askAll("""
                        select breaks, actual_microseconds, multiplier, severity, has_baseline
                        from check_performance_baseline(%s)""".formatted(metric));

                assertThat(row)
                        .as("%d µs", actual)
                        .containsExactly("%s|%d|%s|%s|t"
                                .formatted(
                                        violation.isPresent() ? "t" : "f",
                                        actual,
                                        client.ask("select %s::double precision".formatted(actual / p99)),
                                        violation
                                                .map(Violation::severity)
                                                .map(Severity::name)
                                                .orElse("null")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"})
    void check_judgesByTheHourAsTheLibraryDoes(String zone) {
        SortedMap<Slot, Rhythm.Hour> hours = new TreeMap<>();
        for (int hour = 0; hour < 24; hour++) {
            hours.put(new Slot(DayOfWeek.from(RECENTLY.atZone(ZoneId.of(zone))), hour), hour(hour + 1));
            hours.put(new Slot(null, hour), hour(100 + hour));
        }
        Baseline baseline = baseline(1_000, 2).withRhythm(new Rhythm(ZoneId.of(zone), hours));
        storage.baselines().activate(baseline);

        for (int hoursAgo : List.of(0, 1, 7, 24, 25, 31)) {
            Instant start = RECENTLY.minus(Duration.ofHours(hoursAgo));
            storage.timings().append(List.of(timing("commit", 1, start)));

            assertThat(client.ask("""
                            select threshold_microseconds
                            from performance_metrics
                            cross join check_performance_baseline(metric_id)
                            order by metric_id desc
                            limit 1"""))
                    .as("%s, %d hours ago", zone, hoursAgo)
                    .isEqualTo(Long.toString(baseline.thresholdMicros(start)));
        }
    }

    @Test
    void hours_areRowsOfAView() {
        SortedMap<Slot, Rhythm.Hour> hours =
                new TreeMap<>(Map.of(new Slot(DayOfWeek.MONDAY, 9), hour(20), new Slot(null, 23), hour(30)));
        storage.baselines().activate(baseline(1_000, 2).withRhythm(new Rhythm(ZoneId.of("Europe/Berlin"), hours)));

        assertThat(client.askAll("""
                select operation_type, active, time_zone, day_of_week, hour, samples, p99_microseconds
                from performance_baseline_hours
                order by hour"""))
                .containsExactly("commit|t|Europe/Berlin|1|9|500|20", "commit|t|Europe/Berlin|null|23|500|30");
    }

    private static Rhythm.Hour hour(double p99) {
        return new Rhythm.Hour(500, p99 / 2, p99 / 2, p99);
    }

    @Test
    void check_tellsTheThreshold() {
        storage.baselines().activate(baseline(999.75, 2.5));
        String metric = client.ask("select record_performance_metric('commit', 1)");

        assertThat(client.ask("select threshold_microseconds from check_performance_baseline(%s)".formatted(metric)))
                .isEqualTo("2499");
    }

    @Test
    void check_takesTheBaselineOfTheBranchBeforeThatOfTheOperation() {
        storage.timings().append(tenThousand("main"));
        storage.timings()
                .append(List.of(
                        timing("commit", 1_000_000, RECENTLY, Context.of("ada").onBranch("side"))));
        client.execute(
                "select calculate_performance_baseline('commit', (select id from performance_branches where name = 'main'))");
        client.execute("update performance_baselines set p99_microseconds = 10000, max_microseconds = 10000");
        storage.baselines().activate(baseline(20, 2));

        assertThat(client.askAll("""
                select name, threshold_microseconds
                from performance_metrics
                join performance_branches on id = branch_id
                cross join check_performance_baseline(metric_id)
                where duration_microseconds in (999, 1000000)
                order by name""")).containsExactly("main|20000", "side|40");
    }

    @Test
    void check_withoutABaseline_saysSo() {
        String metric = client.ask("select record_performance_metric('commit', 1)");

        assertThat(client.askAll("select * from check_performance_baseline(%s)".formatted(metric)))
                .containsExactly("f|null|1|null|null|f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "null", "-1"})
    void check_ofAnUnknownTiming_fails(String metric) {
        assertThatExceptionOfType(SqlRefusal.class)
                .isThrownBy(() -> client.ask("select check_performance_baseline(%s)".formatted(metric)))
                .withMessageContaining("p_metric_id %s is the number of no timing".formatted(metric))
                .satisfies(refusal -> assertThat(refusal.state()).isEqualTo("P0002"));
    }

    /** From 1 to 9,999 µs, many of them short. */
    private static List<Timing> tenThousand(@Nullable String branch) {
        Context context = branch == null ? Context.of("ada") : Context.of("ada").onBranch(branch);
        return IntStream.range(1, 10_000)
                .mapToObj(i -> timing("commit", 1 + (long) i * i / 10_000, RECENTLY.plusMillis(i), context))
                .toList();
    }

    private static Baseline baseline(double p99, double multiplier) {
        Baseline known = StorageFixture.baseline(Scope.of("commit"), 4_000);
        Distribution normal =
                new Distribution(100, 1, 1_000_000, known.normal().moments(), new Percentiles(p99, p99, p99, p99, p99));
        return new Baseline(known.scope(), known.window(), normal, multiplier, known.origin());
    }
}
