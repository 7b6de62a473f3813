package io.tidemark.domain.timing;

import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class BatchTest {
    private static final List<Timing> FIVE = LongStream.rangeClosed(1, 5)
            .mapToObj(millis -> TimingFixture.aCommit(Duration.ofMillis(millis), NOON))
            .toList();

    @Test
    void part_isTheSameWheneverItIsCutInTheSamePlace() {
        TimingBatch batch = TimingBatch.of(FIVE);

        assertThat(batch.part(1, 3)).isEqualTo(batch.part(1, 3));
        assertThat(batch.part(1, 3).timings()).isEqualTo(FIVE.subList(1, 3));
        assertThat(batch.part(1, 3).id()).isNotEqualTo(batch.part(0, 3).id()).isNotEqualTo(batch.id());
    }

    @Test
    void of_makesABatchThatNobodyHasHeardOf() {
        assertThat(TimingBatch.of(FIVE).id()).isNotEqualTo(TimingBatch.of(FIVE).id());
    }

    @Test
    void next_countsOnForTheSameWriter() {
        UUID writer = new UUID(1, 2);

        assertThat(new BatchId(writer, 7).next()).isEqualTo(new BatchId(writer, 8));
    }

    @Test
    void batchId_countsFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BatchId(new UUID(1, 2), 0))
                .withMessage("number 0 must be at least 1");
    }
}
