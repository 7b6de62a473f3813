package io.tidemark.bootstrap.demo;

import io.tidemark.application.port.Storage;
import io.tidemark.domain.merge.MergeBatch;
import io.tidemark.domain.timing.BatchId;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.TimingBatch;
import io.tidemark.domain.trace.Span;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Tells the past, the latest chapter first: a chapter is told whole, and not when anything of it is known already, be it
 * from an earlier play or from an interrupted one.
 */
final class BackFill {
    static final Duration CHAPTER = Duration.ofHours(6);

    private static final Set<String> TOLD_LAST =
            Script.OPERATIONS.stream().map(DemoOperation::name).collect(Collectors.toUnmodifiableSet());

    private final DemoStory story;
    private final long seed;
    private final Storage storage;

    BackFill(DemoStory story, long seed, Storage storage) {
        this.story = story;
        this.seed = seed;
        this.storage = storage;
    }

    /** Tells what a range has of chapters, and returns how many timings that were. */
    long tell(TimeRange past) {
        Set<Instant> known = known(past);
        long told = 0;
        Instant chapter = chapterOf(past.to().minusNanos(1));
        while (!chapter.isBefore(chapterOf(past.from()))
                && !Thread.currentThread().isInterrupted()) {
            if (!known.contains(chapter)) {
                told += tell(chapter, past);
            }
            chapter = chapter.minus(CHAPTER);
        }
        return told;
    }

    static Instant chapterOf(Instant instant) {
        long seconds = CHAPTER.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
    }

    private Set<Instant> known(TimeRange past) {
        TimeRange chapters =
                new TimeRange(chapterOf(past.from()), chapterOf(past.to()).plus(CHAPTER));
        Set<Instant> known = new HashSet<>();
        storage.rollups().byOperation(chapters, CHAPTER).forEach((operation, steps) -> {
            if (TOLD_LAST.contains(operation)) {
                known.addAll(steps.keySet());
            }
        });
        return known;
    }

    /** What makes a chapter known is told last: one that was interrupted before is told again, and stored once. */
    private long tell(Instant chapter, TimeRange past) {
        long first = DemoStory.pieceOf(later(chapter, past.from()));
        long last = DemoStory.pieceOf(earlier(chapter.plus(CHAPTER), past.to()));
        Scene scene =
                Scene.of(LongStream.range(first, last).mapToObj(story::piece).toList());
        storage.traces().append(spans(scene));
        storage.merges().append(new MergeBatch(id("merges", chapter), scene.mergesAlone()));
        storage.timings().append(new TimingBatch(id("timings", chapter), scene.timings()));
        return scene.timings().size();
    }

    private static List<Span> spans(Scene scene) {
        return scene.merges().stream().flatMap(merge -> merge.spans().stream()).toList();
    }

    /** The same for the same chapter of the same story: so two daemons tell it once. */
    private BatchId id(String what, Instant chapter) {
        String name = "demo %d %s %s".formatted(seed, what, chapter);
        return new BatchId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), 1);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
