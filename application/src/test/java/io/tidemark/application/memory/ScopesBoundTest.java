package io.tidemark.application.memory;

import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.timing;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.SettableClock;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScopesBoundTest {
    private static final TimeRange THEN = TimeRange.endingAt(RECENTLY.plusSeconds(60), Duration.ofMinutes(1));

    private final SettableClock clock = new SettableClock(RECENTLY);
    private final Storage storage = new MemoryStorageFactory().create(StorageSettings.NONE, clock);

    @Test
    void branchesBeyondTheBound_areCountedUnderTheirOperation() {
        recordOnBranches(9_002);

        assertThat(countOf(new Scope("commit", "branch 8999"))).isOne();
        assertThat(countOf(new Scope("commit", "branch 9000"))).isZero();
        assertThat(countOf(Scope.of("commit"))).isEqualTo(9_002);
    }

    @Test
    void branchesBeyondTheBound_leaveRoomForOperations() {
        recordOnBranches(11_000);
        record(timing("merge", 1, RECENTLY));

        assertThat(countOf(Scope.of("merge"))).isOne();
    }

    @Test
    void operationsBeyondTheBound_areCountedAsOther() {
        recordOperations(10_002);

        assertThat(storage.rollups().counts())
                .hasSize(10_001)
                .containsEntry("operation 9999", 1L)
                .containsEntry("__other__", 2L);
    }

    @Test
    void operationsThatAreForgotten_makeRoom() {
        recordOperations(10_000);
        clock.advance(Duration.ofDays(8));

        record(timing("merge", 1, clock.instant()));

        assertThat(storage.rollups().counts()).containsOnlyKeys("merge");
    }

    @Test
    void health_tellsWhatWasCountedElsewhere() {
        recordOnBranches(9_002);
        recordOperations(1_000);

        assertThat(storage.health().detail())
                .isEqualTo("in memory, 10001 operations and branches;"
                        + " timings: 2 without their branch, 1 as __other__, 0 outside of the time that is kept");
    }

    private void recordOnBranches(int branches) {
        Context ada = Context.of("ada");
        record(IntStream.range(0, branches)
                .mapToObj(i -> timing("commit", 1, RECENTLY, ada.onBranch("branch " + i)))
                .toArray(Timing[]::new));
    }

    private void recordOperations(int operations) {
        record(IntStream.range(0, operations)
                .mapToObj(i -> timing("operation " + i, 1, RECENTLY))
                .toArray(Timing[]::new));
    }

    private void record(Timing... timings) {
        storage.timings().append(List.of(timings));
    }

    private long countOf(Scope scope) {
        return storage.rollups().merged(scope, THEN).count();
    }
}
