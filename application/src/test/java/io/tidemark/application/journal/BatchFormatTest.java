package io.tidemark.application.journal;

import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.timing.BatchId;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Details;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Resources;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class BatchFormatTest {
    private static final Context ANNA = Context.of("anna");

    @Test
    void read_yieldsWhatWasWritten() throws IOException {
        Details details = new Details(
                new Resources(0L, null, Long.MAX_VALUE),
                new JsonObject("{\"name\":\"größer 😀\"}"),
                new JsonObject("{\"long\":\"%s\"}".formatted("€".repeat(5_000))),
                new SpanId("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"));
        TimingBatch batch = new TimingBatch(
                new BatchId(new UUID(-1, 7), Long.MAX_VALUE),
                List.of(
                        new Timing("commit", 1, NOON, ANNA),
                        new Timing("commit", Timing.MAX_MICROS, Instant.parse("1969-12-31T23:59:59.999999Z"), ANNA),
                        new Timing("half \ud83d", 300, NOON, new Context("ada", "main", "merge x", "s-1", details)),
                        new Timing("commit", 127, NOON, ANNA.onBranch("anna").withRowsAffected(3)),
                        new Timing("commit", 128, NOON, ANNA)));

        assertThat(BatchFormat.read(ByteBuffer.wrap(BatchFormat.write(batch)))).isEqualTo(batch);
    }

    @Test
    void write_takesFewBytesForAPlainTiming() throws IOException {
        assertThat(BatchFormat.write(new Batches().of(1, 10_000))).hasSizeLessThan(10_000 * 20);
    }
}
