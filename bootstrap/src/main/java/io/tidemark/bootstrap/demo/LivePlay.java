package io.tidemark.bootstrap.demo;

import io.tidemark.application.Tidemark;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.TraceLog;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the story at its own pace: each run is recorded when it ends. */
final class LivePlay {
    private static final Logger LOG = LoggerFactory.getLogger(LivePlay.class);

    private final DemoStory story;
    private final Tidemark tidemark;
    private final TraceLog traces;
    private final Deque<Run> ahead = new ArrayDeque<>();
    private Instant played;
    private long nextPiece;

    /** Something to be done when it is time. */
    private record Run(Instant end, Runnable recording) {}

    LivePlay(DemoStory story, Tidemark tidemark, TraceLog traces, Instant from) {
        this.story = story;
        this.tidemark = tidemark;
        this.traces = traces;
        this.played = from;
        this.nextPiece = DemoStory.pieceOf(from);
    }

    /** Records what ended since the last time. */
    void playUntil(Instant now) {
        while (nextPiece <= DemoStory.pieceOf(now)) {
            look(story.piece(nextPiece++));
        }
        while (!ahead.isEmpty() && !ahead.getFirst().end().isAfter(now)) {
            ahead.removeFirst().recording().run();
        }
        played = now;
    }

    private void look(Scene scene) {
        List<Run> runs = new ArrayList<>();
        scene.timings().forEach(timing -> runs.add(new Run(timing.end(), () -> record(timing))));
        scene.merges().forEach(merge -> runs.add(new Run(merge.merge().completion(), () -> record(merge))));
        runs.removeIf(run -> run.end().isBefore(played));
        runs.sort((a, b) -> a.end().compareTo(b.end()));
        ahead.addAll(runs);
    }

    private void record(Timing timing) {
        Duration duration = Duration.of(timing.durationMicros(), ChronoUnit.MICROS);
        tidemark.record(timing.operation(), duration, timing.context());
    }

    private void record(DemoMerge merge) {
        try {
            tidemark.record(merge.merge());
            traces.append(merge.spans());
        } catch (StorageException e) {
            LOG.debug("The storage is away: the trace of a merge of the demo is left out", e);
        }
    }
}
