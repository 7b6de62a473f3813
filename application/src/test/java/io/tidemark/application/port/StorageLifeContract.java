package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.timing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The contract of {@link Storage} itself. */
public abstract class StorageLifeContract extends PortContract {
    @Test
    void ports_mayBeTakenBeforeTheStorageIsPrepared() {
        try (Storage unprepared = freshStorage()) {
            TimingLog timings = unprepared.timings();
            RollupReader rollups = unprepared.rollups();
            unprepared.prepare();

            timings.append(List.of(timing("commit", 500, RECENTLY)));

            assertThat(rollups.counts()).containsEntry("commit", 1L);
        }
    }

    @Test
    void prepare_keepsEverythingWhenDoneAgain() {
        storage.timings().append(List.of(timing("commit", 500, RECENTLY)));

        storage.prepare();

        assertThat(storage.rollups().counts()).containsEntry("commit", 1L);
    }

    @Test
    void prepare_mayBeDoneTwiceAtOnce() throws Exception {
        try (Storage unprepared = freshStorage()) {
            Callable<Void> preparation = () -> {
                unprepared.prepare();
                return null;
            };

            AtOnce.run(Collections.nCopies(2, preparation));

            unprepared.timings().append(List.of(timing("commit", 500, RECENTLY)));
            assertThat(unprepared.rollups().counts()).containsEntry("commit", 1L);
        }
    }

    @Test
    void schema_leavesNothingToDoOncePrepared() {
        SchemaState state = storage.schema().state();

        assertThat(state.version()).isEqualTo(state.newest());
        assertThat(state.pending()).isEmpty();
        assertThat(state.unknown()).isEmpty();
    }

    @Test
    void schema_saysWhatPreparingWillDoAndDoesNotDoIt() {
        try (Storage unprepared = freshStorage()) {
            SchemaState before = unprepared.schema().state();

            assertThat(unprepared.schema().state()).isEqualTo(before);
            assertThat(before.version()).isNull();
            unprepared.prepare();
            assertThat(unprepared.schema().state().version()).isEqualTo(before.newest());
        }
    }

    @Test
    void health_isUpOncePrepared() {
        assertThat(storage.health().up()).isTrue();
    }

    @Test
    void health_doesNotThrowWhenTheStorageIsClosed() {
        storage.close();

        assertThatCode(() -> storage.health()).doesNotThrowAnyException();
    }

    @Test
    void close_changesNothingTheSecondTime() {
        storage.close();

        assertThatCode(() -> storage.close()).doesNotThrowAnyException();
    }
}
