package io.tidemark.application.journal;

import io.tidemark.domain.timing.BatchId;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Details;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Resources;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A batch as bytes: each text stands once, and is a small number from then on; a plain timing takes some 20 bytes. */
final class BatchFormat {
    private static final int NO_TEXT = 0;
    private static final int NEW_TEXT = 1;
    private static final int FIRST_KNOWN_TEXT = 2;

    private BatchFormat() {}

    static byte[] write(TimingBatch batch) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Writer writer = new Writer(new DataOutputStream(bytes));
        writer.batch(batch);
        return bytes.toByteArray();
    }

    /**
     * Reads what was written.
     *
     * @throws IOException or IllegalArgumentException when it was not written by {@link #write}
     */
    static TimingBatch read(ByteBuffer content) throws IOException {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return new Reader(new DataInputStream(new ByteArrayInputStream(bytes))).batch();
    }

    private static final class Writer {
        private final DataOutputStream out;
        private final Map<String, Integer> known = new HashMap<>();

        Writer(DataOutputStream out) {
            this.out = out;
        }

        void batch(TimingBatch batch) throws IOException {
            out.writeLong(batch.id().writer().getMostSignificantBits());
            out.writeLong(batch.id().writer().getLeastSignificantBits());
            out.writeLong(batch.id().number());
            out.writeInt(batch.size());
            for (Timing timing : batch.timings()) {
                timing(timing);
            }
        }

        private void timing(Timing timing) throws IOException {
            Context context = timing.context();
            text(timing.operation());
            number(timing.durationMicros());
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, timing.end()));
            text(context.user());
            text(context.branch());
            text(context.name());
            text(context.session());
            boolean detailed = !context.details().equals(Details.NONE);
            out.writeBoolean(detailed);
            if (detailed) {
                details(context.details());
            }
        }

        private void details(Details details) throws IOException {
            count(details.resources().rowsAffected());
            count(details.resources().memoryBytes());
            count(details.resources().cpuMicros());
            JsonObject metadata = details.metadata();
            JsonObject error = details.error();
            SpanId span = details.span();
            text(metadata == null ? null : metadata.text());
            text(error == null ? null : error.text());
            text(span == null ? null : span.traceId());
            text(span == null ? null : span.spanId());
        }

        private void count(@Nullable Long value) throws IOException {
            out.writeLong(value == null ? -1 : value);
        }

        private void text(@Nullable String value) throws IOException {
            if (value == null) {
                number(NO_TEXT);
                return;
            }
            Integer place = known.putIfAbsent(value, known.size() + FIRST_KNOWN_TEXT);
            if (place == null) {
                number(NEW_TEXT);
                out.writeUTF(value);
            } else {
                number(place);
            }
        }

        /** Seven bits at a time, the lowest first. */
        private void number(long value) throws IOException {
            long rest = value;
            while (rest > 0x7F) {
                out.writeByte((int) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            out.writeByte((int) rest);
        }
    }

    private static final class Reader {
        private final DataInputStream in;
        private final List<String> known = new ArrayList<>();

        Reader(DataInputStream in) {
            this.in = in;
        }

        TimingBatch batch() throws IOException {
            BatchId id = new BatchId(new UUID(in.readLong(), in.readLong()), in.readLong());
            int size = in.readInt();
            List<Timing> timings = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                timings.add(timing());
            }
            return new TimingBatch(id, timings);
        }

        private Timing timing() throws IOException {
            String operation = required();
            long micros = number();
            Instant end = Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS);
            String user = required();
            String branch = text();
            String name = text();
            String session = text();
            Details details = in.readBoolean() ? details() : Details.NONE;
            return new Timing(operation, micros, end, new Context(user, branch, name, session, details));
        }

        private Details details() throws IOException {
            Resources resources = new Resources(count(), count(), count());
            String metadata = text();
            String error = text();
            String trace = text();
            String span = text();
            return new Details(
                    resources,
                    metadata == null ? null : new JsonObject(metadata),
                    error == null ? null : new JsonObject(error),
                    trace == null || span == null ? null : new SpanId(trace, span));
        }

        private @Nullable Long count() throws IOException {
            long value = in.readLong();
            return value < 0 ? null : (Long) value;
        }

        private String required() throws IOException {
            String text = text();
            if (text == null) {
                throw new IOException("a text is missing");
            }
            return text;
        }

        private @Nullable String text() throws IOException {
            int place = (int) number();
            if (place == NO_TEXT) {
                return null;
            }
            if (place == NEW_TEXT) {
                known.add(in.readUTF());
                return known.get(known.size() - 1);
            }
            if (place < 0 || place - FIRST_KNOWN_TEXT >= known.size()) {
                throw new IOException("text %d is not known".formatted(place));
            }
            return known.get(place - FIRST_KNOWN_TEXT);
        }

        private long number() throws IOException {
            long value = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                int next = in.readUnsignedByte();
                value |= (long) (next & 0x7F) << shift;
                if (next <= 0x7F) {
                    return value;
                }
            }
            throw new IOException("a number is too long");
        }
    }
}
