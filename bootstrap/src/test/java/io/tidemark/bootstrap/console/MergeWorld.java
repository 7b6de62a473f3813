package io.tidemark.bootstrap.console;

import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.merge.Branches;
import io.tidemark.domain.merge.Conflicts;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeStatus;
import io.tidemark.domain.merge.MergedBy;
import io.tidemark.domain.merge.Phases;
import io.tidemark.domain.merge.Resolution;
import io.tidemark.domain.merge.Verdict;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanDetails;
import io.tidemark.domain.trace.SpanError;
import io.tidemark.domain.trace.SpanState.Failed;
import io.tidemark.domain.trace.SpanState.Running;
import io.tidemark.domain.trace.SpanState.Succeeded;
import io.tidemark.domain.trace.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Merges and traces for the pages that show them. */
public final class MergeWorld {
    public static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    public static final Phases DETECTING = new Phases(10_000, 60_000, 0, 80_000);
    public static final Phases RESOLVING = new Phases(10_000, 20_000, 60_000, 100_000);

    private static final long SEED = 20_261_121;
    private static final Conflicts LEFT_OVER = new Conflicts(5, 1, 4);

    private MergeWorld() {}

    /** A merge without conflicts that was completed so many minutes ago. */
    public static Merge clean(RunningDaemon daemon, String source, String target, int minutesAgo) {
        return merge(daemon, source, target, minutesAgo, DETECTING);
    }

    /** A merge most of whose conflicts were left over. */
    public static Merge quarrelling(RunningDaemon daemon, String source, String target, int minutesAgo) {
        return merge(daemon, source, target, minutesAgo, RESOLVING, LEFT_OVER, MergeStatus.PARTIAL_SUCCESS);
    }

    /** A merge that took longer than any may. */
    public static Merge slow(RunningDaemon daemon, String source, String target, int minutesAgo) {
        Phases phases = new Phases(100_000, 600_000, 0, 900_000);
        return merge(daemon, source, target, minutesAgo, phases);
    }

    /** Ten days of merges of two pairs, one of which takes longer to find its conflicts since 30 hours ago. */
    static List<Merge> slowerSinceYesterday(RunningDaemon daemon) {
        Random random = new Random(SEED);
        List<Merge> merges = new ArrayList<>();
        for (int minutesAgo = 10 * 24 * 60; minutesAgo > 0; minutesAgo -= 20) {
            long noise = Math.round(3_000 * random.nextGaussian());
            long detection = (minutesAgo > 30 * 60 ? 40_000 : 90_000) + noise;
            merges.add(merge(daemon, "feature/x", "main", minutesAgo, detecting(detection)));
            merges.add(merge(daemon, "hotfix", "release", minutesAgo, detecting(40_000 + noise)));
        }
        return merges;
    }

    private static Phases detecting(long micros) {
        return new Phases(15_000, micros, 0, 45_000 + micros);
    }

    private static Merge merge(RunningDaemon daemon, String source, String target, int minutesAgo, Phases phases) {
        return merge(daemon, source, target, minutesAgo, phases, Conflicts.NONE, MergeStatus.SUCCESS);
    }

    private static Merge merge(
            RunningDaemon daemon,
            String source,
            String target,
            int minutesAgo,
            Phases phases,
            Conflicts conflicts,
            MergeStatus status) {
        return new Merge(
                new Branches(source, target, null),
                phases,
                conflicts,
                new Verdict(status, Resolution.of(conflicts, status), null),
                daemon.now().minus(Duration.ofMinutes(minutesAgo)),
                new MergedBy("ada", null));
    }

    public static SpanId id(int number) {
        return new SpanId(TRACE, "%016x".formatted(number));
    }

    /** A trace of five spans: one failed, one runs, and one has attributes of that name. */
    public static List<Span> trace(RunningDaemon daemon, String name) {
        Instant start = daemon.now().minus(Duration.ofMinutes(5));
        Span root = span(1, 0, name, start, 0, 100_000);
        Span failed = new Span(
                id(2),
                id(1).spanId(),
                new Work("merge_base_find", name, name),
                start,
                new Failed(start.plus(20, ChronoUnit.MILLIS), new SpanError(name.repeat(8), "40P01", null)),
                SpanDetails.NONE);
        Span attributed = new Span(
                id(3),
                id(1).spanId(),
                new Work("merge_conflict_detect", name, "ada"),
                start.plus(20, ChronoUnit.MILLIS),
                new Succeeded(start.plus(80, ChronoUnit.MILLIS)),
                new SpanDetails(4_096L, 1_500L, JsonObject.of(Map.of(name, name.repeat(20)))));
        Span running = new Span(
                id(5),
                id(1).spanId(),
                new Work("commit", "commit", "ada"),
                start.plusMillis(90),
                new Running(),
                SpanDetails.NONE);
        return List.of(root, failed, attributed, span(4, 3, "diff", start, 30_000, 60_000), running);
    }

    /** A trace with so many spans. */
    public static List<Span> large(RunningDaemon daemon, int spans) {
        Instant start = daemon.now().minus(Duration.ofMinutes(5));
        List<Span> all = new ArrayList<>();
        all.add(span(1, 0, "large", start, 0, 10L * spans));
        for (int i = 2; i <= spans; i++) {
            all.add(span(i, Math.max(1, i / 4), "part " + i, start, 5L * i, 5L * i + i));
        }
        return all;
    }

    /** So many traces of one span each, of 1, 2, 3 … milliseconds. */
    public static List<Span> roots(RunningDaemon daemon, int traces) {
        Instant start = daemon.now().minus(Duration.ofMinutes(5));
        return IntStream.rangeClosed(1, traces)
                .mapToObj(i -> new Span(
                        new SpanId("%032x".formatted(i), "%016x".formatted(i)),
                        null,
                        new Work("commit", "commit " + i, "ada"),
                        start,
                        new Succeeded(start.plusMillis(i)),
                        SpanDetails.NONE))
                .toList();
    }

    private static Span span(int number, int parent, String name, Instant start, long fromMicros, long toMicros) {
        return new Span(
                id(number),
                parent == 0 ? null : id(parent).spanId(),
                new Work("merge_branches", name, "ada"),
                start.plus(fromMicros, ChronoUnit.MICROS),
                new Succeeded(start.plus(toMicros, ChronoUnit.MICROS)),
                SpanDetails.NONE);
    }
}
