package io.tidemark.application.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.application.SettableClock;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.JobBook;
import io.tidemark.application.port.JobBook.Offer;
import io.tidemark.application.port.JobReader;
import io.tidemark.application.port.JobState;
import io.tidemark.application.port.JobState.Signature;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.application.schedule.Roster.Crew;
import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.JobRun.Outcome;
import io.tidemark.domain.schedule.Schedule;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ticked by hand, by a clock that is set: two nodes share a storage. */
class RosterTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final long GENEROUS_MILLIS = 30_000;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final SettableClock clock = new SettableClock(NOON);
    private final AtomicLong nanos = new AtomicLong();
    private final Clocks clocks = new Clocks(clock, nanos::get);
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, clock);
    private final List<Thread> threads = new ArrayList<>();
    private final List<JobRun> told = new ArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private boolean away;

    @AfterEach
    void close() {
        threads.forEach(Thread::interrupt);
        storage.close();
    }

    @Test
    void job_runsWhenItIsDue_andIsRecorded() throws Exception {
        Roster node = node("one", watch(this::look));
        tick(node);
        assertThat(looks).hasValue(0);

        passes(Duration.ofMinutes(1));
        tick(node);

        assertThat(looks).hasValue(1);
        assertThat(runs("watch")).singleElement().satisfies(run -> {
            assertThat(run.outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(run.detail()).isEqualTo("looked");
            assertThat(run.start().due()).isEqualTo(NOON.plusSeconds(60));
            assertThat(run.start().node()).isEqualTo("one");
        });
        assertThat(told).isEqualTo(runs("watch"));
    }

    @Test
    void job_runsOnce_whenTwoNodesLook() throws Exception {
        Roster one = node("one", watch(this::look));
        Roster two = node("two", watch(this::look));
        passes(Duration.ofMinutes(1));

        tick(one, two);
        tick(two, one);

        assertThat(looks).hasValue(1);
    }

    @Test
    void job_thatWasMissed_isCaughtUpOnce() throws Exception {
        Roster node = node("one", watch(this::look));
        passes(Duration.ofDays(3));

        tick(node);
        tick(node);

        assertThat(looks).hasValue(1);
        assertThat(runs("watch").get(0).start().due()).isEqualTo(NOON.plusSeconds(60));
        assertThat(next()).isEqualTo(NOON.plus(Duration.ofDays(3)).plusSeconds(60));
    }

    @Test
    void job_isNotRunAgain_whenTheClockIsSetBack() throws Exception {
        Roster node = node("one", watch(this::look));
        passes(Duration.ofMinutes(60));
        tick(node);

        clock.set(NOON.plus(Duration.ofMinutes(30)));
        tick(node);
        clock.set(NOON.plus(Duration.ofMinutes(60)));
        tick(node);

        assertThat(looks).hasValue(1);
        passes(Duration.ofMinutes(1));
        tick(node);
        assertThat(looks).hasValue(2);
    }

    @Test
    void job_doesNotWaitForAWrongYear() throws Exception {
        Roster node = node("one", watch(this::look));
        passes(Duration.ofDays(365));
        tick(node);
        clock.set(NOON);

        tick(node);
        assertThat(next()).isEqualTo(NOON.plusSeconds(60));
        passes(Duration.ofMinutes(1));
        tick(node);

        assertThat(looks).hasValue(2);
    }

    @Test
    void job_thatFails_isRecorded_andKeepsNobodyFromRunning() throws Exception {
        Roster node = node(
                "one",
                job("broken", () -> {
                    throw new IllegalStateException("no such table");
                }),
                watch(this::look));
        passes(Duration.ofMinutes(1));

        tick(node);

        assertThat(runs("broken")).singleElement().satisfies(run -> {
            assertThat(run.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(run.detail()).isEqualTo("no such table");
        });
        assertThat(looks).hasValue(1);
    }

    @Test
    void job_thatTakesTooLong_isInterruptedAndRecorded() throws Exception {
        Roster node = node("one", job("slow", this::hang));
        passes(Duration.ofMinutes(1));
        node.runDue();
        begun.await();
        nanos.addAndGet(LIMIT.toNanos());

        node.runDue();

        assertThat(runs("slow")).singleElement().satisfies(run -> {
            assertThat(run.outcome()).isEqualTo(Outcome.TIMEOUT);
            assertThat(run.detail()).isEqualTo("took longer than PT5M, and was interrupted");
        });
        threads.get(0).join();
    }

    @Test
    void job_thatIgnoresItsInterrupt_blocksNobody_andIsNotRunTwiceAtATime() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        Roster node = node("one", job("deaf", () -> deafUntil(released)), watch(this::look));
        passes(Duration.ofMinutes(1));
        node.runDue();
        begun.await();
        nanos.addAndGet(LIMIT.toNanos());
        node.runDue();
        assertThat(runs("deaf")).extracting(JobRun::outcome).containsExactly(Outcome.TIMEOUT);

        passes(Duration.ofMinutes(1));
        node.runDue();
        assertThat(threads)
                .filteredOn(thread -> thread.getName().equals("deaf"))
                .hasSize(1);

        released.countDown();
        tick(node);
        tick(node);
        assertThat(runs("deaf")).extracting(JobRun::outcome).containsExactly(Outcome.SUCCESS, Outcome.TIMEOUT);
        assertThat(looks).hasValueGreaterThanOrEqualTo(1);
    }

    @Test
    void job_ofAKilledNode_isTakenOver_whenItsLeaseHasRunOut() throws Exception {
        Roster killed = node("one", job("slow", this::hang));
        passes(Duration.ofMinutes(1));
        killed.runDue();
        begun.await();
        Roster other = node("two", job("slow", () -> "done"));

        tick(other);
        assertThat(runs("slow")).isEmpty();
        passes(LIMIT.plusMinutes(2));
        tick(other);

        assertThat(runs("slow"))
                .extracting(JobRun::outcome, JobRun::detail, run -> run.start().due())
                .containsExactly(
                        tuple(Outcome.SUCCESS, "done", NOON.plusSeconds(60)),
                        tuple(Outcome.ERROR, "one did not come back, and two took over", NOON.plusSeconds(60)));
        assertThat(told).extracting(JobRun::outcome).containsExactly(Outcome.ERROR, Outcome.SUCCESS);
    }

    @Test
    void job_runsWhenSomebodyAsks_alsoWhenItIsDisabled() throws Exception {
        Roster node = node("one", watch(this::look));
        Schedule off = new Schedule(everyMinute().cron(), everyMinute().zone(), false);
        storage.schedules().change("watch", off, new Signature("ada", NOON));
        passes(Duration.ofMinutes(5));
        tick(node);
        assertThat(looks).hasValue(0);

        storage.schedules().ask("watch", new Signature("ada", clock.instant()));
        tick(node);
        tick(node);

        assertThat(looks).hasValue(1);
        assertThat(runs("watch").get(0).start().askedBy()).isEqualTo("ada");
    }

    @Test
    void job_followsAChangedSchedule() throws Exception {
        Roster node = node("one", watch(this::look));
        storage.schedules().change("watch", Schedule.of("0 13 * * *", "UTC"), new Signature("ada", NOON));

        passes(Duration.ofMinutes(59));
        tick(node);
        assertThat(looks).hasValue(0);
        passes(Duration.ofMinutes(1));
        tick(node);

        assertThat(looks).hasValue(1);
    }

    @Test
    void job_thatIsCutShort_isRunAgain() throws Exception {
        Roster closing = node("one", job("slow", this::hang));
        passes(Duration.ofMinutes(1));
        closing.runDue();
        begun.await();

        closing.cutShort();
        threads.get(0).join();
        closing.recordEnded();
        Roster other = node("two", job("slow", () -> "done"));
        tick(other);

        assertThat(runs("slow"))
                .extracting(JobRun::detail)
                .containsExactly("done", "cut short, as the process was closed");
    }

    @Test
    void job_ofAnotherVersion_isLeftAlone() throws Exception {
        storage.jobs().register(List.of(new Offer("unknown", "Newer.", everyMinute())), NOON);
        Roster node = node("one", watch(this::look));
        passes(Duration.ofMinutes(1));

        tick(node);

        assertThat(runs("unknown")).isEmpty();
        assertThat(looks).hasValue(1);
    }

    @Test
    void runDue_saysWhenToLookAgain() {
        Roster node = node("one", watch(this::look));
        assertThat(node.runDue()).isEqualTo(Duration.ofSeconds(30));

        passes(Duration.ofSeconds(50));
        assertThat(node.runDue()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void runDue_interruptsWhatTakesTooLong_alsoWhileTheStorageIsAway() throws Exception {
        Roster node = node("one", job("slow", this::hang));
        passes(Duration.ofMinutes(1));
        node.runDue();
        begun.await();

        away = true;
        nanos.addAndGet(LIMIT.toNanos());
        assertThatThrownBy(node::runDue).hasMessage("connection refused");
        threads.get(0).join();
        away = false;
        node.runDue();

        assertThat(runs("slow")).extracting(JobRun::outcome).contains(Outcome.TIMEOUT);
    }

    @Test
    void job_isDueOnceTheStorageIsBack() throws Exception {
        Roster node = node("one", watch(this::look));
        away = true;
        passes(Duration.ofMinutes(7));
        assertThatThrownBy(node::runDue).hasMessage("connection refused");

        away = false;
        tick(node);

        assertThat(looks).hasValue(1);
    }

    private Roster node(String name, Job... jobs) {
        storage.jobs()
                .register(
                        List.of(jobs).stream()
                                .map(job -> new Offer(job.name(), job.description(), job.schedule()))
                                .toList(),
                        clock.instant());
        return new Roster(
                List.of(jobs),
                mayBeAway(JobBook.class, storage.jobs()),
                mayBeAway(JobReader.class, storage.jobReader()),
                clocks,
                new Crew(name, this::thread, told::add));
    }

    private <T> T mayBeAway(Class<T> port, T there) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    if (away) {
                        throw StorageException.passing("connection refused", null);
                    }
                    return method.invoke(there, arguments);
                }));
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "work");
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    /** Begins what is due, waits for it, and records it. */
    private void tick(Roster... nodes) throws InterruptedException {
        for (Roster node : nodes) {
            node.runDue();
        }
        for (Thread thread : threads) {
            if (!thread.getName().equals("hangs")) {
                thread.join(GENEROUS_MILLIS);
            }
        }
        for (Roster node : nodes) {
            node.recordEnded();
        }
    }

    private void passes(Duration time) {
        clock.advance(time);
    }

    private String look() {
        looks.incrementAndGet();
        return "looked";
    }

    private String hang() throws InterruptedException {
        Thread.currentThread().setName("hangs");
        begun.countDown();
        new CountDownLatch(1).await();
        return "never";
    }

    private String deafUntil(CountDownLatch released) {
        Thread.currentThread().setName("deaf");
        begun.countDown();
        while (true) {
            try {
                released.await();
                return "heard at last";
            } catch (InterruptedException e) {
                // That is what it is to be deaf.
                Thread.onSpinWait();
            }
        }
    }

    private List<JobRun> runs(String job) {
        return storage.jobReader().runs(job, 10);
    }

    private Instant next() {
        return storage.jobReader().jobs().stream()
                .filter(job -> job.name().equals("watch"))
                .map(JobState::standing)
                .map(JobState.Standing::next)
                .findFirst()
                .orElseThrow();
    }

    private static Schedule everyMinute() {
        return Schedule.of("* * * * *", "UTC");
    }

    private static Job watch(Callable<String> work) {
        return job("watch", work);
    }

    private static Job job(String name, Callable<String> work) {
        return new Job(name, "Does something.", everyMinute(), LIMIT, work);
    }
}
