package io.tidemark.adapters.postgres;

import static io.tidemark.application.port.SpanFixture.at;
import static io.tidemark.application.port.SpanFixture.ended;
import static io.tidemark.application.port.SpanFixture.id;
import static io.tidemark.application.port.SpanFixture.running;
import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.domain.merge.Branches;
import io.tidemark.domain.merge.Conflicts;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeStatus;
import io.tidemark.domain.merge.MergedBy;
import io.tidemark.domain.merge.Phases;
import io.tidemark.domain.merge.Resolution;
import io.tidemark.domain.merge.Verdict;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanDetails;
import io.tidemark.domain.trace.Work;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TracesTest {
    private final Map<String, String> settings = TestDatabase.emptySchema();
    private Storage storage;

    @BeforeEach
    void prepare() {
        storage = TestDatabase.prepared(settings);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void deleteBefore_takesWholeTracesAndLeavesLaterOnes() {
        storage.traces().append(List.of(running(1, 1, 0, 0), ended(1, 2, 1, 50, 60), ended(2, 1, 0, 20, 30)));

        assertThat(deleteBefore(at(10))).isEqualTo(2);
        assertThat(storage.traceReader().latest(10))
                .extracting(report -> report.root().id())
                .containsExactly(id(2, 1));
        assertThat(ask("select count(*) from operation_traces")).isEqualTo("1");
    }

    @Test
    void deleteBefore_goesOnFromPieceToPiece() {
        int traces = 2 * OutdatedTraces.ROOTS_AT_A_TIME + 1;
        storage.traces()
                .append(IntStream.rangeClosed(1, traces)
                        .mapToObj(trace -> running(trace, 1, 0, 0))
                        .toList());

        assertThat(deleteBefore(at(1))).isEqualTo(traces);
        assertThat(deleteBefore(at(1))).isZero();
    }

    @Test
    void deleteBefore_removesATraceOfTenThousandSpansInAMoment() {
        storage.traces()
                .append(IntStream.rangeClosed(1, 10_000)
                        .mapToObj(i -> ended(1, i, i / 10, i, i + 5))
                        .toList());

        assertThat(deleteBefore(at(100_000))).isEqualTo(10_000);
    }

    @Test
    void deleteBefore_removesMergesThatEndedBefore() {
        storage.merges().append(List.of(merge(RECENTLY.minusSeconds(7_200)), merge(at(20))));
        assertThat(deleteBefore(at(10))).as("before they are counted").isZero();
        storage.upkeep().fold();

        assertThat(deleteBefore(at(10))).isEqualTo(1);
        assertThat(storage.mergeReader().latest(10))
                .extracting(Merge::completion)
                .containsExactly(at(20));
    }

    @Test
    void attributes_thatPostgresWritesLonger_comeBackAsTheyWere() {
        String members = IntStream.range(0, 1_100)
                .mapToObj("\"k%04d\":[1,2]"::formatted)
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        Span span = withAttributes("{" + members + "}");
        storage.traces().append(List.of(span));

        assertThat(ask("select octet_length(attributes::text) from operation_traces"))
                .satisfies(length -> assertThat(Integer.parseInt(length)).isGreaterThan(JsonObject.MAX_BYTES));
        assertThat(storage.traceReader().spans(span.id().traceId())).containsExactly(span);
    }

    @Test
    void attributes_thatGrowTooLong_saySo() {
        String numbers = "[" + "1e300,".repeat(2_000) + "1]";
        storage.traces().append(List.of(withAttributes("{\"a\":" + numbers + "}")));

        assertThat(storage.traceReader()
                        .spans(id(1, 1).traceId())
                        .get(0)
                        .details()
                        .attributes())
                .asString()
                .contains("not shown", "is too long");
    }

    @Test
    void text_thatCannotBeStored_isReplaced() {
        String broken = "half \uD83D of a ship";
        Span span = new Span(
                id(1, 1),
                null,
                new Work(broken, broken, broken),
                at(0),
                running(1, 1, 0, 0).state(),
                SpanDetails.NONE);
        storage.traces().append(List.of(span));

        assertThat(storage.traceReader().spans(id(1, 1).traceId()).get(0).work().name())
                .isEqualTo("half \uFFFD of a ship");
    }

    @Test
    void instants_ofAClockThatIsWrongByMillennia_areTaken() {
        Span span = new Span(
                id(1, 1),
                null,
                new Work("a", "a", "a"),
                Instant.MAX,
                running(1, 1, 0, 0).state(),
                SpanDetails.NONE);
        storage.traces().append(List.of(span));

        assertThat(storage.traceReader().latest(1)).hasSize(1);
    }

    private long deleteBefore(Instant instant) {
        PostgresSettings known = PostgresSettings.of(new StorageSettings(settings));
        try (Database database = new Database(new Server(known), 1)) {
            return new OutdatedTraces(database).deleteBefore(instant);
        }
    }

    private static Span withAttributes(String json) {
        return new Span(
                id(1, 1),
                null,
                new Work("a", "a", "a"),
                RECENTLY,
                running(1, 1, 0, 0).state(),
                new SpanDetails(null, null, new JsonObject(json)));
    }

    private static Merge merge(Instant completion) {
        return new Merge(
                new Branches("feature/x", "main", null),
                new Phases(0, 0, 0, 100),
                Conflicts.NONE,
                new Verdict(MergeStatus.SUCCESS, Resolution.NONE, null),
                completion,
                new MergedBy("ada", null));
    }

    private String ask(String sql) {
        return TestDatabase.ask(settings, sql);
    }
}
