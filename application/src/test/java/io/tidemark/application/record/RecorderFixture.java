package io.tidemark.application.record;

import static io.tidemark.domain.timing.TimingFixture.ANNA;

import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.TimingLog;
import io.tidemark.domain.timing.Context;
import java.time.Duration;

/** Recorders for tests. */
final class RecorderFixture {
    static final Context ANNA_BY_DEFAULT = Context.of(ANNA);

    private static final int MAX_BUFFERED = 1_000_000;

    private RecorderFixture() {}

    static RecorderSettings flushedEvery(Duration interval) {
        return new RecorderSettings(interval, 100, MAX_BUFFERED, ANNA_BY_DEFAULT, null);
    }

    /** Writes within milliseconds. */
    static Recorder aPromptRecorder(TimingLog log, Clocks clocks) {
        return aRecorder(log, flushedEvery(Duration.ofMillis(1)), clocks);
    }

    /** Writes when it is closed: what clocks set by hand say before cannot matter. */
    static Recorder aPatientRecorder(TimingLog log, Clocks clocks) {
        return aRecorder(log, flushedEvery(Duration.ofHours(1)), clocks);
    }

    static Recorder aRecorder(TimingLog log, RecorderSettings settings, Clocks clocks) {
        return Recorder.start(log, settings, clocks, timing -> {});
    }
}
