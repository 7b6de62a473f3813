package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.application.Tidemark;
import io.tidemark.application.TidemarkSettings;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.record.RecorderReport;
import io.tidemark.domain.timing.Context;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when processes are killed: a writer, the database, or both. */
class FaultTest {
    private static final long SEED = 20260302;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    private static MortalPostgres postgres;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void start() throws Exception {
        postgres = MortalPostgres.start(folder);
        prepare();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void writerKilled_leavesAllThatWasSaidToBeSafe_once() throws Exception {
        Path journal = folder.resolve("journal of the killed");
        for (int round = 1; round <= 2; round++) {
            try (Writer writer = Writer.start(postgres.settings(), journal, "killed " + round)) {
                writer.awaitDurable(1 + random.nextInt(100));
                writer.awaitSafe(1 + random.nextInt(500));
                writer.kill();

                storeWhatIsLeftIn(journal);
                assertAllThereOnce(writer, "killed " + round);
            }
        }
    }

    @Test
    void writerKilled_whileTheDatabaseIsAway_leavesAllThatWasSaidToBeSafe_once() throws Exception {
        Path journal = folder.resolve("journal of both");
        for (int round = 1; round <= 2; round++) {
            try (Writer writer = Writer.start(postgres.settings(), journal, "both " + round)) {
                writer.awaitDurable(1 + random.nextInt(100));
                writer.awaitSafe(1 + random.nextInt(500));
                postgres.kill();
                writer.awaitSafe(writer.safe() + 1 + random.nextInt(500));
                writer.kill();
                postgres.startAgain();

                storeWhatIsLeftIn(journal);
                assertAllThereOnce(writer, "both " + round);
            }
        }
    }

    @Test
    void databaseKilled_losesNothing_andEachTimingIsStoredOnce_inItsOrder() throws Exception {
        TidemarkSettings settings = settings().withJournal(folder.resolve("journal of the survivor"));
        try (Tidemark tidemark = Tidemark.open(settings)) {
            long recorded = 0;
            recorded = recordUntil(tidemark, recorded, tidemark.report(), 5_000);
            postgres.kill();
            recorded = recordUntil(tidemark, recorded, tidemark.report(), 20_000);
            assertThat(tidemark.report().journaled()).isPositive();
            postgres.startAgain();
            recorded = recordUntil(tidemark, recorded, tidemark.report(), 5_000);

            await().atMost(PATIENCE).until(() -> tidemark.report().journaled() == 0);
            assertThat(tidemark.close(PATIENCE)).isEqualTo(new RecorderReport(recorded, Map.of()));
            assertThat(postgres.micros("survivor"))
                    .isEqualTo(LongStream.rangeClosed(1, recorded).boxed().toList());
            assertRollupsAgree("survivor");
        }
    }

    @Test
    void databaseKilled_durableRecordsGoOnAfterwards_once() throws Exception {
        Set<Long> answered = ConcurrentHashMap.newKeySet();
        try (Tidemark tidemark = Tidemark.open(settings())) {
            Thread recording = new Thread(() -> LongStream.rangeClosed(1, 300).forEach(number -> {
                try {
                    tidemark.recordDurably("patient", Duration.of(number, ChronoUnit.MICROS), Context.of("ada"));
                    answered.add(number);
                } catch (StorageException away) {
                    assertThat(away.isPassing()).as("number %d", number).isTrue();
                }
            }));
            recording.start();
            await().atMost(PATIENCE).until(() -> answered.size() > 50);
            postgres.kill();
            postgres.startAgain();
            recording.join();

            assertThat(answered)
                    .as("a server that starts slowly may cost single ones")
                    .hasSizeGreaterThan(250);
            assertThat(postgres.micros("patient")).doesNotHaveDuplicates().containsAll(answered);
        }
    }

    @Test
    void twoProcesses_writeTheSameMinute() throws Exception {
        try (Writer first = Writer.start(postgres.settings(), folder.resolve("journal of one"), "together");
                Writer second = Writer.start(postgres.settings(), folder.resolve("journal of another"), "together")) {
            first.awaitDurable(50);
            second.awaitDurable(50);
            first.awaitSafe(100);
            second.awaitSafe(100);
            first.kill();
            second.kill();

            List<Long> stored = postgres.micros("durable together");
            assertThat(stored).filteredOn(first.durable()::contains).hasSizeGreaterThanOrEqualTo(100);
            assertThat(stored.size())
                    .isBetween(
                            first.durable().size() + second.durable().size(),
                            first.durable().size() + second.durable().size() + 2);
            assertRollupsAgree("durable together");
            assertRollupsAgree("plain together");
        }
    }

    private static void assertAllThereOnce(Writer writer, String name) throws SQLException {
        assertThat(postgres.micros("durable " + name)).doesNotHaveDuplicates().containsAll(writer.durable());
        assertThat(postgres.micros("plain " + name))
                .doesNotHaveDuplicates()
                .containsAll(LongStream.rangeClosed(1, writer.safe()).boxed().toList());
        assertRollupsAgree("durable " + name);
        assertRollupsAgree("plain " + name);
    }

    private static void assertRollupsAgree(String operation) throws SQLException {
        try (Storage storage = TestDatabase.storage(postgres.settings())) {
            long stored = postgres.micros(operation).size();
            assertThat(storage.rollups().counts()).containsEntry(operation, stored);
        }
    }

    /** Records numbers, a thousand at a time, each when those before are stored or in the journal. */
    private static long recordUntil(Tidemark tidemark, long recorded, RecorderReport before, int more) {
        long last = recorded;
        while (last < recorded + more) {
            for (int i = 0; i < 1_000; i++) {
                last++;
                tidemark.record("survivor", Duration.of(last, ChronoUnit.MICROS));
            }
            long now = last;
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> tidemark.report().written() + tidemark.report().journaled() == now);
        }
        assertThat(before.lost()).isEmpty();
        return last;
    }

    private static void storeWhatIsLeftIn(Path journal) {
        try (Tidemark next = Tidemark.open(settings().withJournal(journal))) {
            await().atMost(PATIENCE).until(() -> next.report().journaled() == 0);
        }
    }

    private static void prepare() {
        Tidemark.open(settings()).close();
    }

    private static TidemarkSettings settings() {
        return TidemarkSettings.defaults().withStorage("postgres", postgres.settings());
    }
}
