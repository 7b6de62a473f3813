package io.tidemark.application.record;

import static io.tidemark.application.record.RecorderFixture.ANNA_BY_DEFAULT;
import static io.tidemark.application.record.RecorderFixture.flushedEvery;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.lang.Thread.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ThresholdTest {
    private static final long MILLI = 1_000_000;

    private final HandSetTime time = new HandSetTime();
    private final List<Timing> noticed = new CopyOnWriteArrayList<>();
    private final Recorder recorder =
            Recorder.start(timings -> {}, flushedEvery(Duration.ofHours(1)), time.clocks(), noticed::add);

    @AfterEach
    void close() {
        recorder.close();
    }

    @Test
    void record_withoutAThreshold_noticesNothing() {
        recorder.operation("commit").record(Duration.ofDays(366));

        assertThat(noticed).isEmpty();
    }

    @Test
    void record_noticesWhatIsAboveTheThreshold_only() {
        recorder.setThresholds(name -> 2_000);
        Operation commit = recorder.operation("commit");
        commit.recordNanos(2 * MILLI);
        commit.recordNanos(2 * MILLI + 1_000);

        assertThat(noticed).containsExactly(new Timing("commit", 2_001, NOON, ANNA_BY_DEFAULT));
    }

    @Test
    void record_noticesTheTimingAsItIsWritten() {
        recorder.setThresholds(name -> 1_000);
        Context onMain = Context.of("bob").onBranch("main");
        Timer timer = recorder.operation("commit").start(onMain);
        time.pass(Duration.ofMillis(5));
        timer.close();

        assertThat(noticed).containsExactly(new Timing("commit", 5_000, NOON.plusMillis(5), onMain));
    }

    @Test
    void setThresholds_countsForOperationsThatExist() {
        Operation commit = recorder.operation("commit");
        recorder.setThresholds(name -> 1_000);
        commit.recordNanos(3 * MILLI);
        recorder.setThresholds(name -> 5_000);
        commit.recordNanos(4 * MILLI);
        commit.recordNanos(6 * MILLI);

        assertThat(noticed).extracting(Timing::durationMicros).containsExactly(3_000L, 6_000L);
    }

    @Test
    void setThresholds_countsForOperationsToCome_eachItsOwn() {
        recorder.setThresholds(name -> Map.of("commit", 1_000L, "merge", 3_000L).getOrDefault(name, Long.MAX_VALUE));
        recorder.operation("commit").recordNanos(2 * MILLI);
        recorder.operation("merge").recordNanos(2 * MILLI);
        recorder.operation("rollback").recordNanos(2 * MILLI);

        assertThat(noticed).extracting(Timing::operation).containsExactly("commit");
    }

    @Test
    void setThresholds_whileAnOperationIsAdded_countsForIt() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        recorder.setThresholds(name -> name.equals("commit") ? answerLate(asked, mayAnswer) : Long.MAX_VALUE);
        Thread adding = new Thread(() -> recorder.operation("commit"));
        adding.start();
        asked.await();
        Thread setting = new Thread(() -> recorder.setThresholds(name -> 1_000));
        setting.start();
        await().until(() -> Set.of(State.BLOCKED, State.TERMINATED).contains(setting.getState()));
        mayAnswer.countDown();
        adding.join();
        setting.join();

        recorder.operation("commit").recordNanos(2 * MILLI);

        assertThat(noticed).hasSize(1);
    }

    private static long answerLate(CountDownLatch asked, CountDownLatch mayAnswer) {
        asked.countDown();
        try {
            mayAnswer.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
        return Long.MAX_VALUE;
    }
}
