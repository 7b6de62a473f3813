package io.tidemark.application.record;

import static io.tidemark.application.record.RecorderFixture.aPatientRecorder;
import static io.tidemark.application.record.RecorderFixture.aRecorder;
import static io.tidemark.application.record.RecorderFixture.flushedEvery;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.application.port.StorageException;
import io.tidemark.domain.timing.BatchId;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Details;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Resources;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IntakeTest {
    private final HandSetTime time = new HandSetTime();
    private final KeptTimings log = new KeptTimings();
    private final Recorder recorder = aPatientRecorder(log, time.clocks());
    private final Intake intake = recorder.intake();

    @AfterEach
    void close() {
        recorder.close();
    }

    @Test
    void take_storesAllThatARowSays() {
        Map<String, Object> row = new HashMap<>(Map.of(
                "operation", "commit",
                "durationMicros", 1_500,
                "end", "2026-03-02T12:00:00Z",
                "user", "anna",
                "branch", "main",
                "name", "commit x",
                "session", "s-1"));
        row.putAll(Map.of("rowsAffected", 3, "memoryBytes", 4L, "cpuMicros", 5.0));
        row.putAll(Map.of("metadata", Map.of("files", 2), "error", new JsonObject("{}")));
        row.putAll(Map.of("traceId", "4bf92f3577b34da6a3ce929d0e0e4736", "spanId", "00f067aa0ba902b7"));

        assertThat(intake.takeAll("once", List.of(row))).isEqualTo(new IntakeReport(1, List.of()));

        Details details = new Details(
                new Resources(3L, 4L, 5L),
                new JsonObject("{\"files\":2}"),
                new JsonObject("{}"),
                new SpanId("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"));
        Context context = new Context("anna", "main", "commit x", "s-1", details);
        assertThat(log.all()).containsExactly(new Timing("commit", 1_500, NOON, context));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    1500, , , 2026-03-02T12:00:00Z
                    1500, , 2026-03-01T09:00:00Z, 2026-03-01T09:00:00Z
                    1500, 2026-03-01T09:00:00Z, , 2026-03-01T09:00:00.001500Z
                    , 2026-03-01T09:00:00Z, 2026-03-01T09:00:00.001500Z, 2026-03-01T09:00:00.001500Z
                    1500, 2026-03-01T10:00:00+01:00, 2026-03-01T09:00:00.001500Z, 2026-03-01T09:00:00.001500Z
                    """)
    void take_worksOutWhenARunEnded(String micros, String start, String end, String ended) {
        Map<String, Object> row = row("commit", 1);
        row.put("durationMicros", micros == null ? null : Long.valueOf(micros));
        row.put("start", start);
        row.put("end", end);

        intake.takeAll("once", List.of(row));

        assertThat(log.all())
                .extracting(Timing::durationMicros, timing -> timing.end().toString())
                .containsExactly(tuple(1_500L, ended));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
                    operation      | null                      | is missing
                    operation      | ' '                       | not blank
                    user           | null                      | is missing
                    durationMicros | null                      | is missing: give it, or both start and end
                    durationMicros | many                      | must be a whole number from 1 to
                    end            | yesterday                 | must be an instant by ISO 8601
                    end            | +10000-01-01T00:00:00Z    | from 1970 to 9998
                    metadata       | text                      | must be an object
                    spanId         | 00f067aa0ba902b7          | a span has both
                    opperation     | commit                    | is no field of a timing: there are operation, name,
                    """)
    void take_saysWhatIsWrongWithAField(String field, String value, String rule) {
        Map<String, Object> row = row("commit", 1_500);
        row.put(field, value);

        IntakeReport report = intake.takeGood("once", List.of(row("commit", 1), row));

        assertThat(report.stored()).isOne();
        assertThat(report.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.row()).isOne();
            assertThat(refusal.rule()).contains(rule);
        });
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.5", "1e300", "31622400000001"})
    void take_refusesWhatIsNoDuration(double micros) {
        Map<String, Object> row = row("commit", 1);
        row.put("durationMicros", micros);

        assertThat(intake.takeAll("once", List.of(row)).refusals())
                .extracting(Refusal::field, Refusal::value)
                .containsExactly(tuple("durationMicros", String.valueOf(micros)));
    }

    @Test
    void take_refusesARunThatEndsBeforeItStarts_andADurationThatDoesNotFit() {
        Map<String, Object> backwards = row("commit", 1);
        backwards.putAll(Map.of("start", "2026-03-01T09:00:01Z", "end", "2026-03-01T09:00:00Z"));
        Map<String, Object> unfitting = row("commit", 1);
        unfitting.putAll(Map.of("start", "2026-03-01T09:00:00Z", "end", "2026-03-01T09:00:01Z"));

        assertThat(intake.takeAll("once", List.of(backwards, unfitting)).refusals())
                .extracting(Refusal::field, Refusal::rule)
                .containsExactly(
                        tuple("end", "must be from 1 microsecond to 366 days after the start 2026-03-01T09:00:01Z"),
                        tuple("durationMicros", "must be 1000000, as end and start lie that far apart"));
    }

    @Test
    void take_findsAllMistakesOfARow() {
        IntakeReport report = intake.takeAll("once", List.of(Map.of("rowsAffected", -1, "branch", 7)));

        assertThat(report.refusals())
                .extracting(Refusal::field)
                .containsExactlyInAnyOrder("operation", "user", "branch", "rowsAffected");
    }

    @Test
    void take_withoutAKey_storesRowsAsOftenAsTheyAreHandedIn_underFewWriters() {
        for (int i = 0; i < 100; i++) {
            intake.takeAll(List.of(row("commit", 1)));
            intake.takeGood(List.of(row("commit", 1)));
        }

        assertThat(log.all()).hasSize(200);
        assertThat(log.ids()).doesNotHaveDuplicates();
        assertThat(log.ids().stream().map(BatchId::writer).distinct()).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void takeAll_storesNothingWhenARowIsWrong() {
        IntakeReport report = intake.takeAll("once", List.of(row("commit", 1), row("", 1)));

        assertThat(report.stored()).isZero();
        assertThat(report.refusals()).extracting(Refusal::row).containsExactly(1);
        assertThat(log.calls()).isZero();
    }

    @Test
    void takeAll_throwsWhenTheStorageRefuses() {
        log.refuse(timing -> timing.durationMicros() == 2);

        assertThatThrownBy(() -> intake.takeAll("once", List.of(row("commit", 1), row("commit", 2))))
                .isInstanceOf(StorageException.class);
        assertThat(log.all()).isEmpty();
    }

    @Test
    void takeGood_saysWhyTheStorageRefusedARow_andStoresTheOthers() {
        log.refuse(timing -> timing.durationMicros() == 2);

        IntakeReport report =
                intake.takeGood("once", List.of(row("commit", 1), row("", 9), row("commit", 2), row("commit", 3)));

        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.refusals()).extracting(Refusal::row).containsExactly(1, 2);
        assertThat(report.refusals().get(1)).isEqualTo(new Refusal(2, "", "", "2 is refused"));
        assertThat(log.micros()).containsExactly(1L, 3L);
    }

    @Test
    void take_handsInTheSameBatchForTheSameKey() {
        intake.takeAll("a", List.of(row("commit", 1)));
        intake.takeGood("a", List.of(row("commit", 1)));
        intake.takeAll("b", List.of(row("commit", 1)));

        assertThat(log.ids().get(1)).isEqualTo(log.ids().get(0));
        assertThat(log.ids().get(2)).isNotEqualTo(log.ids().get(0));
    }

    @Test
    void take_countsOperationsBeyondTheLimitAsOthers() {
        try (Recorder limited = aRecorder(log, flushedEvery(Duration.ofHours(1)).withMaxOperations(1), time.clocks())) {
            limited.intake().takeAll("once", List.of(row("commit", 1), row("merge", 2)));
        }

        assertThat(log.all()).extracting(Timing::operation).containsExactly("commit", "__other__");
    }

    @Test
    void take_noticesWhatIsSlow_onceItIsStored() {
        List<Timing> noticed = new ArrayList<>();
        try (Recorder watched = Recorder.start(log, flushedEvery(Duration.ofHours(1)), time.clocks(), noticed::add)) {
            watched.setThresholds(name -> 100);
            watched.intake().takeGood("once", List.of(row("commit", 100), row("commit", 101)));
        }

        assertThat(noticed).extracting(Timing::durationMicros).containsExactly(101L);
    }

    private static Map<String, Object> row(String operation, long micros) {
        return new HashMap<>(Map.of("operation", operation, "durationMicros", micros, "user", "anna"));
    }
}
