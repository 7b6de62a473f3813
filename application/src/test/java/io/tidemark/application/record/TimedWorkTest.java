package io.tidemark.application.record;

import static io.tidemark.application.record.RecorderFixture.ANNA_BY_DEFAULT;
import static io.tidemark.application.record.RecorderFixture.aPatientRecorder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Timing;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TimedWorkTest {
    private final HandSetTime time = new HandSetTime();
    private final KeptTimings log = new KeptTimings();
    private final Recorder recorder = aPatientRecorder(log, time.clocks());
    private final Operation merge = recorder.operation("merge_branches");

    @Test
    void time_returnsTheResult_andRecordsTheRun() {
        String result = merge.time(() -> {
            time.pass(Duration.ofMillis(3));
            return "merged";
        });

        assertThat(result).isEqualTo("merged");
        assertThat(micros()).isEqualTo(3_000);
        assertThat(recorded()).isEqualTo(ANNA_BY_DEFAULT);
    }

    @Test
    void time_takesWorkWithoutAResult() {
        merge.time(() -> time.pass(Duration.ofMillis(2)));

        assertThat(micros()).isEqualTo(2_000);
    }

    @Test
    void time_takesSuppliersAndCallablesThatAreThere() throws Exception {
        Supplier<Integer> supplier = () -> 1;
        Callable<Integer> callable = () -> 2;

        assertThat(merge.time(supplier::get)).isEqualTo(1);
        assertThat(merge.time(callable::call)).isEqualTo(2);
    }

    @Test
    void time_throwsWhatTheWorkThrows_andRecordsItAsTheError() {
        IOException failure = new FileNotFoundException("no \"base\"");

        assertThatThrownBy(() -> merge.time(() -> fail(failure))).isSameAs(failure);
        assertThat(recorded().details().error())
                .isEqualTo(new JsonObject(
                        "{\"class\":\"java.io.FileNotFoundException\",\"message\":\"no \\\"base\\\"\"}"));
    }

    @Test
    void time_recordsHowLongItTookToFail() {
        assertThatThrownBy(() -> merge.time(() -> {
                    time.pass(Duration.ofMillis(5));
                    throw new IllegalStateException("conflict");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(micros()).isEqualTo(5_000);
    }

    @Test
    void time_recordsErrorsToo() {
        StackOverflowError error = new StackOverflowError();

        assertThatThrownBy(() -> merge.time(() -> {
                    throw error;
                }))
                .isSameAs(error);
        assertThat(recorded().details().error())
                .isEqualTo(new JsonObject("{\"class\":\"java.lang.StackOverflowError\"}"));
    }

    @Test
    void time_ofWorkThatIsInterrupted_recordsIt_andLeavesTheInterruptToTheCaller() {
        assertThatThrownBy(() -> merge.time(() -> {
                    Thread.currentThread().interrupt();
                    new CountDownLatch(1).await();
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(error()).contains("java.lang.InterruptedException");
    }

    @Test
    void time_keepsAtMostSoMuchOfAMessage() {
        assertThatThrownBy(() -> merge.time(() -> fail(new IOException("x".repeat(1_000_000)))))
                .isInstanceOf(IOException.class);

        assertThat(error()).hasSizeLessThan(1_100).contains("xxx…");
    }

    @Test
    void time_throwsTheErrorEvenWhenItsMessageCannotBeHad() {
        RuntimeException speechless = new Speechless();

        assertThatThrownBy(() -> merge.time(() -> {
                    throw speechless;
                }))
                .isSameAs(speechless);
        assertThat(error()).contains("getMessage() failed with java.lang.UnsupportedOperationException");
    }

    @Test
    void wrappedRunnable_isRecordedEachTimeItRuns() {
        Runnable wrapped = merge.wrap(() -> time.pass(Duration.ofMillis(1)));
        wrapped.run();
        wrapped.run();
        recorder.close();

        assertThat(log.micros()).containsExactly(1_000L, 1_000L);
    }

    @Test
    void wrappedCallable_returnsAndThrowsAsTheCallable() throws Exception {
        IOException failure = new IOException("gone");
        Callable<String> succeeds = () -> "found";

        assertThat(merge.wrap(succeeds).call()).isEqualTo("found");
        assertThatThrownBy(merge.wrap(() -> fail(failure))::call).isSameAs(failure);
    }

    @Test
    void fail_thenClose_recordsOnce() {
        try (Timer timer = merge.start()) {
            timer.fail(new IOException("gone"));
        }
        recorder.close();

        assertThat(log.all()).hasSize(1);
    }

    @Test
    void describe_addsToTheContextOfTheTimer() {
        Context onMain = ANNA_BY_DEFAULT.onBranch("main");
        try (Timer timer = merge.start(onMain)) {
            timer.describe(known -> known.withRowsAffected(7));
        }

        assertThat(recorded()).isEqualTo(onMain.withRowsAffected(7));
    }

    @Test
    void describe_withoutAContext_addsToTheOneOfTheSettings() {
        try (Timer timer = merge.start()) {
            timer.describe(known -> known.withRowsAffected(7));
        }

        assertThat(recorded()).isEqualTo(ANNA_BY_DEFAULT.withRowsAffected(7));
    }

    @Test
    void recordAs_namesTheRunAtItsEnd() {
        try (Timer timer = merge.start()) {
            timer.recordAs(recorder.operation("merge_abort"));
        }
        recorder.close();

        assertThat(log.all()).extracting(Timing::operation).containsExactly("merge_abort");
    }

    @Test
    void recordAs_ofAnotherRecordersOperation_isRefused() {
        try (Recorder other = aPatientRecorder(log, time.clocks());
                Timer timer = merge.start()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> timer.recordAs(other.operation("commit")))
                    .withMessageContaining("Operation[commit] is of another recorder");
        }
    }

    private static String fail(IOException with) throws IOException {
        throw with;
    }

    private Context recorded() {
        recorder.close();
        assertThat(log.all()).hasSize(1);
        return log.all().get(0).context();
    }

    private long micros() {
        recorder.close();
        return log.micros().get(0);
    }

    private String error() {
        return String.valueOf(recorded().details().error());
    }

    private static final class Speechless extends RuntimeException {
        @Override
        public @Nullable String getMessage() {
            throw new UnsupportedOperationException();
        }
    }
}
