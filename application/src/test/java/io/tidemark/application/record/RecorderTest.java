package io.tidemark.application.record;

import static io.tidemark.application.record.RecorderFixture.ANNA_BY_DEFAULT;
import static io.tidemark.application.record.RecorderFixture.aPatientRecorder;
import static io.tidemark.application.record.RecorderFixture.aRecorder;
import static io.tidemark.application.record.RecorderFixture.flushedEvery;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.tidemark.application.Logged;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecorderTest {
    private static final Context BOB_ON_MAIN =
            Context.of("bob").onBranch("main").named("merge feature/x");
    private static final Duration THREE_MILLIS = Duration.ofMillis(3);

    private final HandSetTime time = new HandSetTime();
    private final KeptTimings log = new KeptTimings();
    private final Recorder recorder = aPatientRecorder(log, time.clocks());

    @Test
    void record_writesTheDurationAndTheContext() {
        recorder.record("commit", THREE_MILLIS, BOB_ON_MAIN);
        recorder.close();

        assertThat(log.all()).containsExactly(new Timing("commit", 3_000, NOON, BOB_ON_MAIN));
    }

    @Test
    void record_withoutAContext_takesTheOneOfTheSettings() {
        recorder.record("commit", THREE_MILLIS);
        recorder.close();

        assertThat(log.all()).containsExactly(new Timing("commit", 3_000, NOON, ANNA_BY_DEFAULT));
    }

    @Test
    void operation_writesTheSameByNanosAndByDuration() {
        Operation commit = recorder.operation("commit");
        commit.record(THREE_MILLIS);
        commit.record(THREE_MILLIS, BOB_ON_MAIN);
        commit.recordNanos(3_000_000);
        commit.recordNanos(3_000_000, BOB_ON_MAIN);
        recorder.close();

        Timing byAnna = new Timing("commit", 3_000, NOON, ANNA_BY_DEFAULT);
        Timing byBob = new Timing("commit", 3_000, NOON, BOB_ON_MAIN);
        assertThat(log.all()).containsExactly(byAnna, byBob, byAnna, byBob);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1499, 1", "1500, 2", "2499, 2", "31622400000000000, 31622400000000"})
    void record_roundsHalfUp_andZeroIsOne(long nanos, long micros) {
        recorder.operation("commit").recordNanos(nanos);
        recorder.record("commit", Duration.ofNanos(nanos));
        recorder.close();

        assertThat(log.micros()).containsExactly(micros, micros);
    }

    @Test
    void timer_endsWhenItIsClosed() {
        Timer timer = recorder.operation("commit").start(BOB_ON_MAIN);
        time.pass(THREE_MILLIS);
        timer.close();
        time.pass(Duration.ofMinutes(1));
        recorder.close();

        assertThat(log.all()).containsExactly(new Timing("commit", 3_000, NOON.plus(THREE_MILLIS), BOB_ON_MAIN));
    }

    @Test
    void timer_startedBeforeAnotherOneEnds_isIndependent() {
        Operation commit = recorder.operation("commit");
        Timer outer = commit.start();
        time.pass(Duration.ofMillis(1));
        Timer inner = commit.start();
        time.pass(Duration.ofMillis(2));
        inner.close();
        time.pass(Duration.ofMillis(4));
        outer.close();
        recorder.close();

        assertThat(log.micros()).containsExactly(2_000L, 7_000L);
    }

    @Test
    void timer_closedTwice_recordsOnce() {
        Timer timer = recorder.operation("commit").start();
        time.pass(THREE_MILLIS);
        timer.close();
        timer.close();

        assertThat(recorder.close(Duration.ofHours(1))).isEqualTo(new RecorderReport(1, Map.of()));
    }

    @Test
    void timer_isUnharmedByAClockThatIsSetBack() {
        Timer timer = recorder.operation("commit").start();
        time.wall.set(NOON.minus(Duration.ofHours(1)));
        time.pass(THREE_MILLIS);
        timer.close();
        recorder.close();

        assertThat(log.micros()).containsExactly(3_000L);
    }

    @Test
    void timer_ofANanoSourceThatGoesBack_isCountedAsInvalid() {
        Timer timer = recorder.operation("commit").start();
        time.pass(Duration.ofNanos(-1));
        timer.close();

        assertThat(recorder.close(Duration.ofHours(1))).isEqualTo(new RecorderReport(0, Map.of(Loss.INVALID, 1L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.000000001S", "PT-1H", "P366DT1S", "PT2562047788015215H"})
    void record_whatIsNoDuration_isCountedAsInvalid(String duration) {
        recorder.record("commit", Duration.parse(duration));
        recorder.record("commit", Duration.parse(duration), BOB_ON_MAIN);

        assertThat(recorder.close(Duration.ofHours(1))).isEqualTo(new RecorderReport(0, Map.of(Loss.INVALID, 2L)));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 31_622_400_000_001_000L, Long.MAX_VALUE})
    void recordNanos_whatIsNoDuration_isCountedAsInvalid(long nanos) {
        recorder.operation("commit").recordNanos(nanos);
        recorder.operation("commit").recordNanos(nanos, BOB_ON_MAIN);

        assertThat(recorder.close(Duration.ofHours(1))).isEqualTo(new RecorderReport(0, Map.of(Loss.INVALID, 2L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "com\0mit"})
    void record_whatIsNoName_isCountedAsInvalid(String name) {
        recorder.record(name, THREE_MILLIS);
        recorder.record(name, THREE_MILLIS, BOB_ON_MAIN);

        assertThat(recorder.close(Duration.ofHours(1))).isEqualTo(new RecorderReport(0, Map.of(Loss.INVALID, 2L)));
    }

    @Test
    void record_aNameThatIsTooLong_isCountedAndTheWarningSaysWhy() {
        try (Logged logged = new Logged(Recorder.class)) {
            recorder.record("x".repeat(201), THREE_MILLIS);
            recorder.close();

            assertThat(logged.warnings())
                    .singleElement()
                    .asString()
                    .startsWith("Timings are lost: INVALID, 1 so far")
                    .contains("(201 characters)", "longer than 200 characters");
        }
    }

    @Test
    void operation_ofANameThatBreaksTheRules_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recorder.operation(" "))
                .withMessageContaining("operation ' ' must not be blank");
    }

    @Test
    void operation_ofOneName_isOne() {
        assertThat(recorder.operation("commit")).isSameAs(recorder.operation("commit"));
    }

    @Test
    void record_namesBeyondTheLimit_areCountedAsOthers_withOneWarning() {
        try (Logged logged = new Logged(Recorder.class)) {
            Recorder limited = aRecorder(log, flushedEvery(Duration.ofHours(1)).withMaxOperations(2), time.clocks());
            IntStream.rangeClosed(1, 5).forEach(i -> limited.record("operation " + i, THREE_MILLIS));
            limited.record("operation 2", THREE_MILLIS);
            limited.close();

            assertThat(log.all())
                    .extracting(Timing::operation)
                    .containsExactly(
                            "operation 1", "operation 2", "__other__", "__other__", "__other__", "operation 2");
            assertThat(logged.warnings())
                    .containsExactly(
                            "More than 2 operations: 'operation 3' and further new ones are counted as" + " __other__");
        }
    }

    @Test
    void record_aHundredThousandNames_keepsToTheLimit_andCountsEveryTiming() {
        try (Recorder limited =
                aRecorder(log, flushedEvery(Duration.ofMillis(1)).withMaxOperations(5_000), time.clocks())) {
            for (int i = 1; i <= 100_000; i++) {
                limited.record("operation " + i, THREE_MILLIS);
                if (i % 10_000 == 0) {
                    long soFar = i;
                    await().until(() -> limited.report().written() == soFar);
                }
            }
            assertThat(limited.report().lost()).isEmpty();
        }

        Map<String, Long> counts =
                log.all().stream().collect(Collectors.groupingBy(Timing::operation, Collectors.counting()));
        assertThat(counts).hasSize(5_001).containsEntry("__other__", 95_000L);
    }

    @Test
    void record_whenTheClockIsSetBackAnHour_keepsTheOrder_andEachStartBeforeItsEnd() {
        Recorder prompt = aRecorder(log, flushedEvery(Duration.ofMillis(1)), time.clocks());
        prompt.recordDurably("commit", Duration.ofMillis(1), ANNA_BY_DEFAULT);
        prompt.operation("commit").recordNanos(2_000_000);
        await().until(() -> prompt.report().written() == 2);
        time.wall.set(NOON.minus(Duration.ofHours(1)));
        prompt.operation("commit").recordNanos(3_000_000);
        prompt.recordDurably("commit", Duration.ofMillis(4), ANNA_BY_DEFAULT);
        prompt.close();

        assertThat(log.micros()).contains(1_000L, 2_000L, 3_000L, 4_000L).startsWith(1_000L, 2_000L);
        assertThat(log.all()).allSatisfy(timing -> assertThat(timing.start()).isBefore(timing.end()));
    }

    @Test
    void operation_beyondTheLimit_isStillHeldToTheRules() {
        try (Recorder limited = aRecorder(log, flushedEvery(Duration.ofHours(1)).withMaxOperations(1), time.clocks())) {
            limited.operation("commit");

            assertThatIllegalArgumentException().isThrownBy(() -> limited.operation(""));
        }
    }
}
