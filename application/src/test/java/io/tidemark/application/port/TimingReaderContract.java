package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.minute;
import static io.tidemark.application.port.StorageFixture.timing;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.alert.Why.Band;
import io.tidemark.domain.anomaly.Measured;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Details;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link TimingReader}: a storage that keeps few single timings tells none for exact figures. */
public abstract class TimingReaderContract extends PortContract {
    private static final Context ON_MAIN = Context.of("ada").onBranch("main");

    @BeforeEach
    void recordSome() {
        storage.timings()
                .append(List.of(
                        timing("commit", 500, minute(0)),
                        timing("commit", 700, minute(1).plusSeconds(59), ON_MAIN),
                        timing("commit", 900, minute(2)),
                        timing("merge_branches", 9_000, minute(1))));
    }

    @Test
    void durations_areThoseOfAllBranchesAndWithout() {
        assertFound(Scope.of("commit"), new TimeRange(minute(0), minute(3)), 500, 700, 900);
    }

    @Test
    void durations_ofABranchAreItsOwn() {
        assertFound(new Scope("commit", "main"), new TimeRange(minute(0), minute(3)), 700);
    }

    @Test
    void durations_ofWhatNeverRanAreNone() {
        assertFound(new Scope("commit", "never seen"), new TimeRange(minute(0), minute(3)));
        assertFound(Scope.of("never seen"), new TimeRange(minute(0), minute(3)));
    }

    @Test
    void durations_areOfTheMinutesWhoseFirstInstantTheRangeContains() {
        TimeRange range = new TimeRange(minute(0).plusSeconds(1), minute(1).plusSeconds(1));

        assertFound(Scope.of("commit"), range, 700);
    }

    @Test
    void durations_beyondTheLimitAreLeftToTheRollUps() {
        assertThat(storage.timingReader().durations(Scope.of("commit"), new TimeRange(minute(0), minute(3)), 2))
                .isEmpty();
    }

    @Test
    void outside_isWhatLiesOnTheEndsOfTheBandOrBeyondTheFurthestFirst() {
        storage.timings().append(List.of(timing("commit", 90, minute(2)), timing("commit", 91, minute(2))));

        assertThat(outside(Scope.of("commit"), new TimeRange(minute(0), minute(3)), new Band(90, 600), 10))
                .containsExactly(900L, 700L, 90L);
        assertThat(outside(Scope.of("commit"), new TimeRange(minute(0), minute(3)), new Band(450, 500), 10))
                .containsExactly(90L, 91L, 900L, 700L, 500L);
    }

    @Test
    void outside_isAtMostAsManyAsAreAskedFor() {
        List<Timing> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add(timing("commit", 10_000 + i, minute(i % 4)));
        }
        storage.timings().append(many);

        assertThat(outside(Scope.of("commit"), new TimeRange(minute(0), minute(4)), new Band(1, 5_000), 3))
                .containsExactly(10_039L, 10_038L, 10_037L);
    }

    @Test
    void outside_isOfTheScopeAndTheRange() {
        Band all = new Band(0, 1);

        assertThat(outside(new Scope("commit", "main"), new TimeRange(minute(0), minute(3)), all, 10))
                .containsExactly(700L);
        assertThat(outside(
                        Scope.of("commit"),
                        new TimeRange(minute(0).plusSeconds(1), minute(1).plusSeconds(1)),
                        all,
                        10))
                .containsExactly(700L);
        assertThat(outside(Scope.of("never seen"), new TimeRange(minute(0), minute(3)), all, 10))
                .isEmpty();
    }

    @Test
    void outside_tellsTimingsByTheirNumberAndStart() {
        List<Measured> found = storage.timingReader()
                .outside(Scope.of("commit"), new TimeRange(minute(0), minute(3)), new Band(0, 700), 10)
                .orElseThrow();

        assertThat(found)
                .extracting(Measured::start)
                .containsExactly(minute(2), minute(1).plusSeconds(59));
        assertThat(found).extracting(Measured::metricId).doesNotHaveDuplicates();
    }

    @Test
    void slowest_areTheLongestOfTheScopeAndTheRangeTheLongestFirst() {
        assertThat(slowest(Scope.of("commit"), new TimeRange(minute(0), minute(3)), 10))
                .containsExactly(900L, 700L, 500L);
        assertThat(slowest(Scope.of("commit"), new TimeRange(minute(0), minute(3)), 2))
                .containsExactly(900L, 700L);
        assertThat(slowest(new Scope("commit", "main"), new TimeRange(minute(0), minute(3)), 10))
                .containsExactly(700L);
        assertThat(slowest(
                        Scope.of("commit"),
                        new TimeRange(minute(0).plusSeconds(1), minute(1).plusSeconds(1)),
                        10))
                .containsExactly(700L);
        assertThat(slowest(Scope.of("never seen"), new TimeRange(minute(0), minute(3)), 10))
                .isEmpty();
    }

    @Test
    void slowest_ofThoseThatTookEquallyLongAreTheLatest() {
        List<Timing> alike = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            alike.add(timing("import", 10_000, minute(i % 4).plusMillis(i)));
        }
        storage.timings().append(alike);

        assertThat(storage.timingReader()
                        .slowest(Scope.of("import"), new TimeRange(minute(0), minute(4)), 2)
                        .orElseThrow())
                .extracting(Timing::start)
                .containsExactly(minute(3).plusMillis(39), minute(3).plusMillis(35));
    }

    @Test
    void slowest_andOutside_areTheSameOverManyHours_whateverIsFoldedAlready() {
        List<Timing> timings = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Context context = Context.of("ada").onBranch(i % 3 == 0 ? "main" : "dev");
            timings.add(timing("import", 1_000 + 37L * i * i % 9_001, minute(-7 * i), context));
        }
        storage.timings().append(timings.subList(0, 80));
        storage.upkeep().fold();
        storage.timings().append(timings.subList(80, 120));
        TimeRange range = new TimeRange(minute(-800), minute(-3));
        List<Long> sorted = timings.stream()
                .filter(timing -> range.contains(timing.start()))
                .map(Timing::durationMicros)
                .sorted()
                .toList();

        assertThat(slowest(Scope.of("import"), range, 5)).containsExactlyElementsOf(longest(sorted, 5));
        assertThat(outside(Scope.of("import"), range, new Band(0, 2_000), 30))
                .containsExactlyElementsOf(longest(sorted, 30));
        assertThat(outside(Scope.of("import"), range, new Band(3_000, 1e12), 20))
                .containsExactlyElementsOf(sorted.subList(0, 20));
    }

    private static List<Long> longest(List<Long> sorted, int most) {
        return sorted.stream().sorted(Comparator.reverseOrder()).limit(most).toList();
    }

    @Test
    void slowest_tellWhoRanThemOnWhat_butNoMetadata() {
        SpanId span = new SpanId("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331");
        Context context = new Context("ada", "main", "merge feature/x", "s1", Details.NONE)
                .withRowsAffected(12)
                .withError(JsonObject.of(Map.of("message", "deadlock")))
                .inSpan(span);
        storage.timings()
                .append(List.of(timing(
                        "import", 800, minute(1), context.withMetadata(JsonObject.of(Map.of("tenant", "acme"))))));

        assertThat(storage.timingReader().slowest(Scope.of("import"), new TimeRange(minute(0), minute(3)), 5))
                .hasValue(List.of(timing("import", 800, minute(1), context)));
    }

    private List<Long> slowest(Scope scope, TimeRange range, int limit) {
        return storage.timingReader().slowest(scope, range, limit).orElseThrow().stream()
                .map(Timing::durationMicros)
                .toList();
    }

    private List<Long> outside(Scope scope, TimeRange range, Band quiet, int limit) {
        return storage.timingReader().outside(scope, range, quiet, limit).orElseThrow().stream()
                .map(Measured::durationMicros)
                .toList();
    }

    private void assertFound(Scope scope, TimeRange range, long... expected) {
        Optional<long[]> found = storage.timingReader().durations(scope, range, 3);
        found.ifPresent(durations -> assertThat(durations).containsExactlyInAnyOrder(expected));
        assertThat(found.isPresent()).isEqualTo(keepsSingleTimings());
    }

    /** Whether the storage keeps all of them. */
    protected abstract boolean keepsSingleTimings();
}
