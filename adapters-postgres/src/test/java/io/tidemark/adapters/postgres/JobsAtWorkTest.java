package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.application.SettableClock;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.JobState;
import io.tidemark.application.port.JobState.Signature;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageFixture;
import io.tidemark.application.schedule.Job;
import io.tidemark.application.schedule.Jobs;
import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.JobRun.Outcome;
import io.tidemark.domain.schedule.JobStart;
import io.tidemark.domain.schedule.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that share a database, and a database that goes away. */
class JobsAtWorkTest {
    private final SettableClock clock = new SettableClock(StorageFixture.RECENTLY);
    private final AtomicInteger works = new AtomicInteger();

    @Test
    void job_isDoneOnce_byThreeNodes() {
        Map<String, String> settings = TestDatabase.freshSchema();
        try (Storage first = TestDatabase.prepared(settings);
                Storage second = TestDatabase.storage(settings);
                Storage third = TestDatabase.storage(settings);
                Jobs one = started(first, "one", this::count);
                Jobs two = started(second, "two", this::count);
                Jobs three = started(third, "three", this::count)) {
            for (int run = 1; run <= 20; run++) {
                int runs = run;
                first.schedules().ask("watch", new Signature("ada", clock.instant()));
                await().atMost(60, TimeUnit.SECONDS).until(() -> runs(first).size() == runs);
            }
            assertThat(runs(first)).extracting(JobRun::outcome).containsOnly(Outcome.SUCCESS);
            assertThat(works).hasValue(20);
            assertThat(List.of(one, two, three)).doesNotContainNull();
        }
    }

    @Test
    void job_ofANodeThatWasKilled_isTakenOverByAnother() {
        Map<String, String> settings = TestDatabase.freshSchema();
        try (Storage storage = TestDatabase.prepared(settings)) {
            Jobs.register(List.of(job(this::count)), storage, clocks(), "killed", run -> {})
                    .close();
            JobState seen = storage.jobReader().jobs().get(0);
            JobStart start = new JobStart(clock.instant(), clock.instant(), "killed", null);
            assertThat(storage.jobs().claim(seen, start, seen.standing().next(), Duration.ofMillis(1)))
                    .isPresent();

            try (Jobs jobs = started(storage, "other", this::count)) {
                await().atMost(60, TimeUnit.SECONDS).until(() -> runs(storage).size() == 2);
                assertThat(jobs).isNotNull();
            }
            assertThat(runs(storage))
                    .extracting(JobRun::detail)
                    .containsExactly("counted 1", "killed did not come back, and other took over");
        }
    }

    @Test
    void run_isRecorded_whenTheDatabaseWasGoneAtItsEnd(@TempDir Path folder) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (MortalPostgres database = MortalPostgres.start(folder);
                Storage storage = TestDatabase.prepared(database.settings());
                Jobs jobs = started(storage, "one", () -> {
                    begun.countDown();
                    mayEnd.await();
                    return count();
                })) {
            storage.schedules().ask("watch", new Signature("ada", clock.instant()));
            begun.await();

            database.kill();
            mayEnd.countDown();
            await().until(() -> works.get() == 1);
            clock.advance(Duration.ofMinutes(35));
            database.startAgain();

            await().atMost(60, TimeUnit.SECONDS).until(() -> runs(storage).size() == 2);
            assertThat(runs(storage)).extracting(JobRun::detail).containsExactly("counted 2", "counted 1");
            assertThat(works).hasValue(2);
            assertThat(jobs).isNotNull();
        }
    }

    private Jobs started(Storage storage, String node, Callable<String> work) {
        Jobs jobs = Jobs.register(List.of(job(work)), storage, clocks(), node, run -> {});
        jobs.start();
        return jobs;
    }

    private Clocks clocks() {
        return new Clocks(clock, Clocks.system().nanos());
    }

    private String count() {
        return "counted " + works.incrementAndGet();
    }

    private static List<JobRun> runs(Storage storage) {
        return storage.jobReader().runs("watch", 100);
    }

    private static Job job(Callable<String> work) {
        return new Job("watch", "Counts.", Schedule.of("*/10 * * * *", "UTC"), Duration.ofMinutes(5), work);
    }
}
