package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.tidemark.application.port.Signals.Subscription;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.domain.timing.Retention;
import io.tidemark.domain.timing.Timing;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class InboxTest {
    private static final Duration FAR_TOO_LONG = Duration.ofMinutes(10);

    /** Goes to sleep whenever it finds nothing, and then looks only when it is called. */
    private static final Rhythm SLEEPY = new Rhythm(Duration.ofMillis(1), 0, FAR_TOO_LONG, Duration.ofMillis(5));

    private final Map<String, String> settings = TestDatabase.freshSchema();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final ConcurrentLinkedQueue<Timing> stored = new ConcurrentLinkedQueue<>();
    private Storage storage;
    private SqlClient client;

    @BeforeEach
    void prepare() {
        storage = TestDatabase.prepared(settings);
        client = SqlClient.of(settings);
    }

    @AfterEach
    void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
        client.close();
        storage.close();
    }

    @Test
    void whatSqlRecorded_isStoredLikeAnyOtherTiming() {
        client.execute("insert into performance_branches (name) values ('main')");
        long id = client.number("""
                select record_performance_metric(
                  p_operation_type => 'nightly import', p_duration_microseconds => 1999, p_user_name => 'ada',
                  p_operation_name => 'commit 4711', p_branch_id => id, p_session_id => 's-1', p_rows_affected => 1,
                  p_memory_bytes => 2, p_cpu_microseconds => 3, p_operation_metadata => '{"a": 1}',
                  p_error_details => '{}', p_end_time => date_trunc('hour', now()))
                from performance_branches""");

        drainAll();

        assertThat(client.askAll("""
                select metric_id, operation_type, duration_microseconds, user_name, operation_name, name, session_id,
                  rows_affected, memory_bytes, cpu_microseconds, operation_metadata, error_details,
                  end_time = date_trunc('hour', now()), end_time - start_time
                from performance_metrics
                join performance_branches on id = branch_id"""))
                .containsExactly(
                        id + "|nightly import|1999|ada|commit 4711|main|s-1|1|2|3|{\"a\": 1}|{}|t|00:00:00.001999");
        assertThat(client.ask("select sum(timings) from performance_rollup_minutes"))
                .isEqualTo("1");
        assertThat(client.ask("select count(*) from performance_operation_types where name = 'nightly import'"))
                .isEqualTo("1");
    }

    @Test
    void equalTimings_areSeparateTimings() {
        client.execute("select record_performance_metric('commit', 7) from generate_series(1, 5)");

        drainAll();

        assertThat(client.ask("select count(distinct metric_id) from performance_metrics"))
                .isEqualTo("5");
        assertThat(stored).extracting(Timing::durationMicros).containsExactly(7L, 7L, 7L, 7L, 7L);
    }

    @Test
    void whatWasRecordedBeforeAnybodyRan_isStoredWhenSomebodyStarts() {
        client.execute("select record_performance_metric('commit', n) from generate_series(1, 2500) as n");

        opened.add(storage.inbox().drain(stored::addAll));

        await().until(() -> stored.size() == 2_500);
        assertThat(stored)
                .extracting(Timing::durationMicros)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 2_500).boxed().toList());
        assertThat(client.ask("select count(*) from performance_inbox")).isEqualTo("0");
    }

    @Test
    void whatCannotBeStored_isSetApartWithTheReasonAndKeepsNobodyWaiting() {
        client.execute("select record_performance_metric('before', 1)");
        client.execute("""
                insert into performance_inbox (metric_id, operation_type, duration_microseconds, start_time, user_name)
                values
                  (-1, 'old', 1, now() - interval '40 days', 'ada'), (-2, '', 1, now(), 'ada'),
                  (-3, 'long', 0, now(), 'ada'), (-4, repeat('🌊', 150), 1, now(), 'ada'),
                  (-5, 'unheard', 1, 'infinity', 'ada')""");
        client.execute("update performance_inbox set branch_id = 4711 where metric_id = -3");
        client.execute("select record_performance_metric('after', 1)");

        drainAll();

        assertThat(stored).extracting(Timing::operation).containsExactly("before", "after");
        assertThat(client.askAll("""
                select metric_id, reason, timing ->> 'duration_microseconds'
                from performance_inbox_refused
                order by metric_id desc"""))
                .satisfiesExactly(
                        old -> assertThat(old).startsWith("-1|start ").endsWith("timings are kept no longer|1"),
                        blank -> assertThat(blank).startsWith("-2|operation ''"),
                        unknown -> assertThat(unknown).startsWith("-3|branch 4711 is not in performance_branches"),
                        tooLong ->
                                assertThat(tooLong).startsWith("-4|operation '").contains("300 characters"),
                        infinite -> assertThat(infinite).startsWith("-5|"));
    }

    @Test
    void whatTheDatabaseRefuses_isSetApartAlone() {
        client.execute("alter table performance_metrics add constraint not_seven check (duration_microseconds <> 7)");
        client.execute("select record_performance_metric('commit', n) from generate_series(1, 20) as n");

        drainAll();

        assertThat(client.ask("select count(*) from performance_metrics")).isEqualTo("19");
        assertThat(client.askAll("select timing ->> 'duration_microseconds', reason from performance_inbox_refused"))
                .singleElement()
                .asString()
                .startsWith("7|")
                .contains("not_seven");
        assertThat(stored).hasSize(19);
    }

    @Test
    void whatWasSetApart_isForgottenWhenItIsOlderThanWhatIsKept() {
        client.execute("""
                insert into performance_inbox_refused
                values (1, now() - interval '31 days', 'why', '{}'), (2, now() - interval '29 days', 'why', '{}')""");
        client.execute(
                "insert into performance_inbox values (3, 0, now(), null, null, null, null, 'commit', null, 'ada')");

        drainAll();

        assertThat(client.askAll("select metric_id from performance_inbox_refused order by metric_id"))
                .containsExactly("2", "3");
    }

    @Test
    void aFullDisk_isNoReasonToSetTimingsApart() {
        client.execute("""
                create function out_of_disk() returns trigger language plpgsql
                as $$ begin raise exception 'no space left' using errcode = 'disk_full'; end $$;
                create trigger out_of_disk before insert on performance_rollup_minutes
                for each row execute function out_of_disk()""");
        client.execute("select record_performance_metric('commit', 7)");

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(this::drainAll)
                .withMessageContaining("no space left");
        assertThat(client.ask("select count(*) from performance_inbox")).isEqualTo("1");
        assertThat(client.ask("select count(*) from performance_inbox_refused")).isEqualTo("0");

        client.execute("drop trigger out_of_disk on performance_rollup_minutes");
        drainAll();
        assertThat(client.ask("select count(*) from performance_metrics")).isEqualTo("1");
    }

    @Test
    void aSleepingDrainer_isCalledByWhoeverRecords() throws Exception {
        int clients = 2;
        int each = 300;
        opened.add(inbox(SLEEPY).drain(stored::addAll));

        atOnce(clients, () -> {
            try (SqlClient one = SqlClient.of(settings)) {
                for (int i = 0; i < each; i++) {
                    one.execute("select record_performance_metric('commit', 1)");
                    // Sometimes the next one comes while it falls asleep, sometimes when it sleeps.
                    await().atMost(30, TimeUnit.SECONDS)
                            .pollInterval(Duration.ofMillis(1))
                            .until(() -> one.ask("select count(*) < 2 from performance_inbox")
                                    .equals("t"));
                }
            }
            return true;
        });

        await().atMost(30, TimeUnit.SECONDS).until(() -> stored.size() == clients * each);
    }

    @Test
    void aDrainer_doesNotSleepWhileSomebodyIsRecording() {
        try (SqlClient slow = SqlClient.of(settings);
                SqlClient listener = SqlClient.of(settings)) {
            listener.execute("listen \"%s_inbox\"".formatted(settings.get("schema")));
            slow.execute("begin; select record_performance_metric('slow', 1)");
            opened.add(inbox(SLEEPY).drain(stored::addAll));

            client.execute("select record_performance_metric('quick', 1)");
            await().until(() -> stored.size() == 1);
            slow.execute("commit");
            await().until(() -> stored.size() == 2);

            listener.execute("select 1");
            assertThat(listener.heard()).isZero();
        }
    }

    @Test
    void whoeverRecordsWhileTheDrainerSleeps_callsIt() {
        opened.add(inbox(SLEEPY).drain(stored::addAll));
        await().until(() -> client.number(
                        "select count(*) from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and granted")
                >= 2);
        client.execute("listen \"%s_inbox\"".formatted(settings.get("schema")));

        client.execute("select record_performance_metric('commit', 1)");

        assertThat(client.heard()).isOne();
    }

    @Test
    void anotherProcess_goesOnWhenTheFirstEnds() {
        ConcurrentLinkedQueue<Timing> elsewhere = new ConcurrentLinkedQueue<>();
        Subscription first = inbox(SLEEPY).drain(stored::addAll);
        client.execute("select record_performance_metric('commit', 1)");
        await().until(() -> stored.size() == 1);
        opened.add(inbox(SLEEPY).drain(elsewhere::addAll));
        client.execute("select record_performance_metric('commit', 2)");
        await().until(() -> stored.size() == 2);

        first.close();
        client.execute("select record_performance_metric('commit', 3)");

        await().until(() -> elsewhere.size() == 1);
        assertThat(stored).hasSize(2);
    }

    @Test
    void everyTiming_isStoredOnceThoughDrainersAreCutOffAllTheTime() throws Exception {
        int clients = 8;
        int each = 250;
        opened.add(inbox(SLEEPY).drain(stored::addAll));
        opened.add(inbox(Rhythm.DEFAULT).drain(stored::addAll));
        AtomicBoolean done = new AtomicBoolean();
        ConcurrentLinkedQueue<String> ids = new ConcurrentLinkedQueue<>();
        Thread killer = new Thread(() -> {
            try (SqlClient killing = SqlClient.of(settings)) {
                while (!done.get()) {
                    killing.execute("""
                            select pg_terminate_backend(pid), pg_sleep(0.02)
                            from pg_stat_activity
                            where application_name = 'tidemark' and pid <> pg_backend_pid()""");
                }
            }
        });
        killer.start();

        atOnce(clients, () -> {
            try (SqlClient one = SqlClient.of(settings)) {
                for (int i = 0; i < each; i++) {
                    ids.add(one.ask("select record_performance_metric('commit', 1)"));
                }
            }
            return true;
        });
        done.set(true);
        killer.join();

        await().atMost(60, TimeUnit.SECONDS).until(() -> client.number("select count(*) from performance_inbox") == 0);
        assertThat(client.askAll("select metric_id from performance_metrics"))
                .containsExactlyInAnyOrderElementsOf(ids)
                .hasSize(clients * each);
        assertThat(client.ask("select sum(timings) from performance_rollup_minutes"))
                .isEqualTo(String.valueOf(clients * each));
    }

    @Test
    void aListenerThatFails_isToldOfWhatComesNext() {
        opened.add(storage.inbox().drain(timings -> {
            stored.addAll(timings);
            throw new IllegalStateException("this listener fails on purpose");
        }));
        client.execute("select record_performance_metric('commit', 1)");
        await().until(() -> stored.size() == 1);
        client.execute("select record_performance_metric('commit', 2)");

        await().until(() -> stored.size() == 2);
    }

    @Test
    void draining_beginsWhenTheStorageIsThere() {
        Map<String, String> later = TestDatabase.freshSchema();
        Storage unprepared = TestDatabase.storage(later);
        opened.add(unprepared);
        opened.add(unprepared.inbox().drain(stored::addAll));
        unprepared.prepare();
        try (SqlClient one = SqlClient.of(later)) {
            one.execute("select record_performance_metric('commit', 1)");
        }

        await().until(() -> stored.size() == 1);
    }

    private void drainAll() {
        PostgresSettings known = PostgresSettings.of(new StorageSettings(settings));
        try (Database database = new Database(new Server(known), 1)) {
            InboxDrain drain = drain(database);
            while (drain.drain(stored::addAll) > 0) {
                assertThat(database).isNotNull();
            }
        }
    }

    private PostgresInbox inbox(Rhythm rhythm) {
        Server server = new Server(PostgresSettings.of(new StorageSettings(settings)));
        Database database = new Database(server, 2);
        opened.add(database);
        PostgresInbox inbox = new PostgresInbox(server, drain(database), rhythm);
        opened.add(inbox);
        return inbox;
    }

    private static InboxDrain drain(Database database) {
        Names names = new Names(database);
        return new InboxDrain(
                database,
                new PostgresTimingLog(database, names, new Days(database), Retention.DEFAULT, Clock.systemUTC()));
    }

    private static void atOnce(int clients, Callable<Boolean> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        CountDownLatch ready = new CountDownLatch(clients);
        try {
            List<Future<Boolean>> done = IntStream.range(0, clients)
                    .mapToObj(i -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return work.call();
                    }))
                    .toList();
            for (Future<Boolean> one : done) {
                assertThat(one.get(60, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
