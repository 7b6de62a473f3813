package io.tidemark.application.record;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.journal.Outcomes;
import io.tidemark.domain.timing.BatchId;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Stores timings that come from outside, before it returns. They come as rows: values by the name of their field, as a
 * reader of JSON yields them, and none of them checked yet.
 *
 * <table>
 * <caption>Fields of a row</caption>
 * <tr><th>field</th><th>rule</th></tr>
 * <tr><td>operation</td><td>a text; required</td></tr>
 * <tr><td>durationMicros</td><td>a whole number from 1 on; may be left out when start and end are given</td></tr>
 * <tr><td>start, end</td><td>an {@link Instant}, or its text by ISO 8601; without both, the run ends now. All three
 * together must agree to the microsecond</td></tr>
 * <tr><td>user</td><td>a text; required</td></tr>
 * <tr><td>name, branch, session</td><td>a text</td></tr>
 * <tr><td>rowsAffected, memoryBytes, cpuMicros</td><td>a whole number from 0 on</td></tr>
 * <tr><td>metadata, error</td><td>a map, or a {@link io.tidemark.domain.timing.JsonObject}</td></tr>
 * <tr><td>traceId, spanId</td><td>hexadecimal texts by W3C Trace Context; both or none</td></tr>
 * </table>
 *
 * <p>A field without a value may be null or left out. Operations beyond the recorder's limit are counted as others.
 */
public final class Intake {
    private final DurableRecording recording;
    private final Clock clock;

    Intake(DurableRecording recording, Clock clock) {
        this.recording = recording;
        this.clock = clock;
    }

    /**
     * Stores all rows, or none when one of them breaks a rule.
     *
     * @param key tells these rows from all others: rows that are handed in again with their key are stored once
     * @throws io.tidemark.application.port.StorageException when none was stored: the storage is away, for longer than a
     *     few seconds, or refuses a row (lasting)
     */
    public IntakeReport takeAll(String key, List<? extends Map<String, ?>> rows) {
        return takeAll(idOf(key), rows);
    }

    /** As {@link #takeAll(String, List)}, for rows that are never handed in again. */
    public IntakeReport takeAll(List<? extends Map<String, ?>> rows) {
        return recording.underOwnId(id -> takeAll(id, rows));
    }

    /**
     * Stores the rows that break no rule, and says why it did not store the others.
     *
     * @param key tells these rows from all others: rows that are handed in again with their key are stored once
     * @throws io.tidemark.application.port.StorageException when the storage is away for longer than a few seconds: some
     *     rows may be stored. Handing in the same rows with their key again is safe.
     */
    public IntakeReport takeGood(String key, List<? extends Map<String, ?>> rows) {
        return takeGood(idOf(key), rows);
    }

    /** As {@link #takeGood(String, List)}, for rows that are never handed in again. */
    public IntakeReport takeGood(List<? extends Map<String, ?>> rows) {
        return recording.underOwnId(id -> takeGood(id, rows));
    }

    private IntakeReport takeAll(BatchId id, List<? extends Map<String, ?>> rows) {
        Rows read = Rows.read(rows, clock.instant(), recording);
        if (read.refusals().isEmpty()) {
            recording.store(new TimingBatch(id, read.good()));
            return new IntakeReport(read.good().size(), List.of());
        }
        return new IntakeReport(0, read.refusals());
    }

    private IntakeReport takeGood(BatchId id, List<? extends Map<String, ?>> rows) {
        Rows read = Rows.read(rows, clock.instant(), recording);
        List<Refusal> refusals = new ArrayList<>(read.refusals());
        recording.storeGood(new TimingBatch(id, read.good()), new Outcomes() {
            @Override
            public void stored(List<Timing> timings) {
                // Counted below: what is not refused is stored.
            }

            @Override
            public void refused(List<Timing> timings, RuntimeException why) {
                timings.forEach(timing -> refusals.add(read.refusal(timing, why)));
            }
        });
        int refusedByStorage = refusals.size() - read.refusals().size();
        refusals.sort(Comparator.comparingInt(Refusal::row));
        return new IntakeReport(read.good().size() - refusedByStorage, refusals);
    }

    private static BatchId idOf(String key) {
        requireNonNull(key, "key");
        return new BatchId(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)), 1);
    }

    /** The rows as they were read: the good ones with their places, and what is wrong with the others. */
    private record Rows(List<Timing> good, Map<Timing, Integer> places, List<Refusal> refusals) {
        static Rows read(List<? extends Map<String, ?>> rows, Instant now, DurableRecording recording) {
            Rows read = new Rows(new ArrayList<>(), new IdentityHashMap<>(), new ArrayList<>());
            for (int row = 0; row < rows.size(); row++) {
                int place = row;
                new RowReader(row, rows.get(row), now, read.refusals)
                        .read()
                        .map(recording::counted)
                        .ifPresent(timing -> {
                            read.good.add(timing);
                            read.places.put(timing, place);
                        });
            }
            return read;
        }

        Refusal refusal(Timing timing, RuntimeException why) {
            return new Refusal(requireNonNull(places.get(timing)), "", "", String.valueOf(why.getMessage()));
        }
    }
}
