package io.tidemark.adapters.postgres;

import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.timing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Details;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Resources;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimingsTest {
    private final Map<String, String> settings = TestDatabase.freshSchema();
    private final List<Storage> others = new ArrayList<>();
    private Storage storage;

    @BeforeEach
    void prepare() {
        storage = TestDatabase.prepared(settings);
    }

    @AfterEach
    void close() {
        storage.close();
        others.forEach(Storage::close);
    }

    @Test
    void append_writesWhatTheTimingSays() {
        Instant end = Instant.parse("2024-02-29T23:59:59.999999Z");
        storageAt(end)
                .timings()
                .append(List.of(new Timing(
                        "commit",
                        1_500,
                        end,
                        Context.of("ada").onBranch("main").named("merge x").inSession("s-1"))));

        assertThat(ask("""
                select concat_ws('|', operation_type, operation_name, duration_microseconds,
                  start_time at time zone 'UTC', end_time at time zone 'UTC', branches.name, user_name, session_id,
                  period_start, recorded_at > now() - interval '1 minute')
                from performance_metrics join performance_branches as branches on branches.id = branch_id"""))
                .isEqualTo("commit|merge x|1500|2024-02-29 23:59:59.998499|2024-02-29 23:59:59.999999|main|ada|s-1"
                        + "|2024-02-29|t");
    }

    @Test
    void append_addsUpWhatPostgresAddsUp() {
        storage.timings()
                .append(IntStream.rangeClosed(1, 300)
                        .mapToObj(i -> timing("commit", i * 1_000_003L, RECENTLY))
                        .toList());

        String raw = "select concat_ws('|', count(*), sum(duration_microseconds), min(duration_microseconds),"
                + " max(duration_microseconds), sum(duration_microseconds::numeric ^ 2)::numeric(60))"
                + " from performance_metrics";
        String parts = "select concat_ws('|', sum(timings), sum(sum_microseconds), min(min_microseconds),"
                + " max(max_microseconds), sum(sum_of_squares)) from performance_rollup_minutes";
        assertThat(ask(parts)).isEqualTo(ask(raw));
    }

    @Test
    void append_takesAHundredThousandTimingsAtOnce() {
        storage.timings()
                .append(IntStream.range(0, 100_000)
                        .mapToObj(i -> timing("operation " + i % 33, 1 + i % 1_000, RECENTLY.plusMillis(i)))
                        .toList());

        assertThat(ask("select count(*) from performance_metrics")).isEqualTo("100000");
        assertThat(ask("select sum(timings) from performance_rollup_minutes")).isEqualTo("100000");
    }

    @Test
    void append_keepsEveryDetail() {
        Details details = new Details(
                new Resources(12L, 34L, 56L),
                JsonObject.of(Map.of("plan", "seq \"scan\"")),
                JsonObject.of(Map.of("message", "dead\0lock")),
                new SpanId("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"));
        storage.timings()
                .append(List.of(
                        timing("commit", 500, RECENTLY, Context.of("ada").with(details)),
                        timing("commit", 500, RECENTLY)));

        assertThat(ask("""
                select concat_ws('|', rows_affected, memory_bytes, cpu_microseconds, operation_metadata ->> 'plan',
                  error_details ->> 'message', trace_id, span_id)
                from performance_metrics
                where rows_affected is not null"""))
                .isEqualTo("12|34|56|seq \"scan\"|dead\uFFFDlock|0af7651916cd43dd8448eb211c80319c|b7ad6b7169203331");
        assertThat(ask("""
                select concat_ws('|', rows_affected, operation_metadata, trace_id)
                from performance_metrics
                where rows_affected is null""")).isEmpty();
    }

    @Test
    void append_refusesATimingThatIsOlderThanWhatIsKept() {
        Instant monthsAgo = RECENTLY.minus(Duration.ofDays(60));
        List<Timing> timings = List.of(timing("commit", 5, RECENTLY), timing("merge", 5, monthsAgo));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> storage.timings().append(timings))
                .withMessageStartingWith("timing of 'merge' refused: start ")
                .matches(failure -> !failure.isPassing());
        assertThat(ask("select count(*) from performance_metrics")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1e999}",
                "{\"a\":-1.5E-999}",
                "{\"a\":[[[{}]]],\"a\":2}",
                "{\"a\":\"\\ud83c\\udf0a \\u0001 \uFFFF\"}"
            })
    void append_takesWhateverIsAJsonObject(String text) {
        Context context = Context.of("ada").withMetadata(new JsonObject(text));
        storage.timings().append(List.of(timing("commit", 500, RECENTLY, context)));

        assertThat(ask("select operation_metadata = '%s'::jsonb from performance_metrics".formatted(text)))
                .isEqualTo("t");
    }

    @Test
    void append_putsABatchThatSpansDaysIntoThePartitionOfEach() {
        Instant lateOneDay = Instant.parse("2023-12-31T23:59:59.999999Z");
        storageAt(lateOneDay)
                .timings()
                .append(List.of(timing("commit", 5, lateOneDay), timing("commit", 5, lateOneDay.plusNanos(1_000))));

        assertThat(ask("select string_agg(tableoid::regclass::text, ' ' order by start_time) from performance_metrics"))
                .endsWith("performance_metrics_20231231 performance_metrics_20240101");
    }

    @Test
    void copy_takesBackWhatWasCopiedWhenAnythingIsThrown() {
        PostgresSettings known = PostgresSettings.of(new StorageSettings(settings));
        BatchWriter writer =
                new BatchWriter(CountedBatch.of(TimingBatch.of(List.of(timing("commit", 5, RECENTLY)))), Map.of());

        try (Database database = new Database(new Server(known), 1)) {
            new Days(database).ensure(List.of(timing("commit", 5, RECENTLY).periodStart()));
            assertThatThrownBy(() -> database.transact(session -> {
                        database.copy(session, writer::write);
                        throw new IllegalStateException("too late");
                    }))
                    .hasMessage("too late");
        }

        assertThat(ask("select count(*) from performance_metrics")).isEqualTo("0");
    }

    @Test
    void append_makesADayAgainThatSomebodyHasDropped() {
        Instant longAgo = RECENTLY.minus(Duration.ofDays(20));
        storage.timings().append(List.of(timing("commit", 5, longAgo)));
        TestDatabase.execute(settings, """
                do $$
                declare
                  dropped regclass := (select tableoid from performance_metrics);
                begin
                  execute format('drop table %s', dropped);
                end
                $$""");

        storage.timings().append(List.of(timing("commit", 5, longAgo)));

        assertThat(ask("select count(*) from performance_metrics")).isEqualTo("1");
    }

    @Test
    void prepare_makesThePartitionsOfAWeekAhead() {
        assertThat(ask("select count(*) from pg_inherits where inhparent = 'performance_metrics'::regclass"))
                .isEqualTo("8");
    }

    @Test
    void query_byTimeLeavesOutOtherDays() {
        String plan = ask("""
                explain (format json)
                select * from performance_metrics
                where start_time >= '2124-01-01 10:00+00' and start_time < '2124-01-01 11:00+00'""");

        assertThat(plan).doesNotContain("Append").doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table performance_metrics; --",
                "\\N\t\\.\n\"quoted\"",
                "🚢 überlange Straße",
                "שלום ‏مرحبا",
                "%s ${x} #{y}",
                "\u00A0"
            })
    void names_comeBackAsTheyWere(String name) {
        Scope scope = new Scope(name, name);
        Context context = Context.of(name).onBranch(name).named(name).inSession(name);
        storage.timings().append(List.of(timing(name, 500, RECENTLY, context)));

        assertThat(storage.rollups().counts()).containsOnlyKeys(name);
        assertThat(storage.rollups()
                        .merged(scope, TimeRange.endingAt(RECENTLY.plusSeconds(60), Duration.ofHours(1)))
                        .count())
                .isOne();
        assertThat(ask("select user_name from performance_metrics")).isEqualTo(name);
    }

    @Test
    void names_ofTwoHundredCharactersAreStored() {
        String name = "é".repeat(Scope.MAX_NAME_LENGTH);
        storage.timings()
                .append(List.of(timing(name, 500, RECENTLY, Context.of(name).onBranch(name))));

        assertThat(storage.rollups().counts()).containsOnlyKeys(name);
    }

    @Test
    void names_withHalfACharacterDoNotBreakTheBatch() {
        String broken = "half \uD83D of a ship";
        storage.timings()
                .append(List.of(
                        timing(broken, 500, RECENTLY, Context.of(broken).onBranch(broken)),
                        timing("commit", 500, RECENTLY)));

        assertThat(storage.rollups().counts()).containsOnlyKeys("half \uFFFD of a ship", "commit");
        assertThat(storage.rollups()
                        .merged(
                                new Scope(broken, broken),
                                TimeRange.endingAt(RECENTLY.plusSeconds(60), Duration.ofHours(1)))
                        .count())
                .isOne();
    }

    private String ask(String sql) {
        return TestDatabase.ask(settings, sql);
    }

    /** The same tables, at another time. */
    private Storage storageAt(Instant now) {
        Storage other = TestDatabase.storage(settings, Clock.fixed(now, ZoneOffset.UTC));
        others.add(other);
        return other;
    }
}
