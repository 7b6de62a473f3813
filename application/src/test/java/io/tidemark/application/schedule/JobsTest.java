package io.tidemark.application.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.application.SettableClock;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.JobState.Signature;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With its threads. */
class JobsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Signature ADA = new Signature("ada", NOON);
    private static final Duration GENEROUS = Duration.ofSeconds(20);

    private final SettableClock clock = new SettableClock(NOON);
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, clock);
    private final Queue<JobRun> told = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void job_runsAtOnce_whenSomebodyAsks() {
        try (Jobs jobs = started(() -> "looked")) {
            storage.schedules().ask("watch", ADA);

            await().until(() -> told.size() == 1);
            assertThat(told.element().detail()).isEqualTo("looked");
            assertThat(jobs).isNotNull();
        }
    }

    @Test
    void job_thatHangs_keepsTheOthersFromNothing() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        Job hanging = job("hanging", () -> hang(hangs));
        try (Jobs jobs = started(hanging, job("watch", () -> "looked"))) {
            storage.schedules().ask("hanging", ADA);
            hangs.await();
            storage.schedules().ask("watch", ADA);

            await().until(() -> told.size() == 1);
            assertThat(told.element().job()).isEqualTo("watch");
            assertThat(jobs).isNotNull();
        }
    }

    @Test
    void close_cutsShortWhatIsUnderWay_forTheNextOneToDoIt() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        Jobs jobs = started(job("watch", () -> hang(hangs)));
        storage.schedules().ask("watch", ADA);
        hangs.await();

        jobs.close(GENEROUS);
        try (Jobs next = started(() -> "looked")) {
            await().until(() -> told.size() == 2);
            assertThat(told)
                    .extracting(JobRun::detail)
                    .containsExactly("cut short, as the process was closed", "looked");
            assertThat(next).isNotNull();
        }
    }

    @Test
    void close_beginsNothingMore() {
        started(() -> "looked").close(GENEROUS);
        storage.schedules().ask("watch", ADA);

        assertThat(storage.jobReader().jobs().get(0).standing().asked()).isEqualTo(ADA);
        assertThat(told).isEmpty();
    }

    @Test
    void close_isFine_whenNothingWasStarted() {
        Jobs.register(List.of(), storage, Clocks.system(), "one", told::add).close(GENEROUS);

        assertThat(told).isEmpty();
    }

    private static String hang(CountDownLatch hangs) throws InterruptedException {
        hangs.countDown();
        new CountDownLatch(1).await();
        return "never";
    }

    private Jobs started(Callable<String> work) {
        return started(job("watch", work));
    }

    private Jobs started(Job... jobs) {
        Clocks clocks = new Clocks(clock, Clocks.system().nanos());
        Jobs started = Jobs.register(List.of(jobs), storage, clocks, "one", told::add);
        started.start();
        return started;
    }

    private static Job job(String name, Callable<String> work) {
        return new Job(name, "Does something.", Schedule.of("0 2 * * *", "UTC"), Duration.ofMinutes(5), work);
    }
}
