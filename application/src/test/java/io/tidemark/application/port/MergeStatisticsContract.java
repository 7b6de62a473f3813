package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.tidemark.application.port.MergeReader.MergeSearch;
import io.tidemark.application.port.MergeReader.Place;
import io.tidemark.domain.merge.BranchPair;
import io.tidemark.domain.merge.Branches;
import io.tidemark.domain.merge.Conflicts;
import io.tidemark.domain.merge.FiledMerge;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeBottleneck;
import io.tidemark.domain.merge.MergeFigures;
import io.tidemark.domain.merge.MergeFilter;
import io.tidemark.domain.merge.MergePoint;
import io.tidemark.domain.merge.MergeStatus;
import io.tidemark.domain.merge.MergeStep;
import io.tidemark.domain.merge.MergedBy;
import io.tidemark.domain.merge.PairFigures;
import io.tidemark.domain.merge.Phases;
import io.tidemark.domain.merge.Resolution;
import io.tidemark.domain.merge.Verdict;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts of {@link MergeStatistics} and of what {@link MergeReader} finds, held against the figures of the domain. */
public abstract class MergeStatisticsContract extends PortContract {
    private static final long SEED = 20_261_121;
    private static final TimeRange RANGE = new TimeRange(RECENTLY, minute(20));
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final List<MergeStatus> STATUSES = List.of(MergeStatus.values());
    private static final Comparator<Double> EXACT = (a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b);
    private static final Comparator<Double> WITHIN_A_PERCENT =
            (a, b) -> Math.abs(a - b) <= 0.01 * b ? 0 : Double.compare(a, b);

    private final List<Merge> merges = new ArrayList<>();

    @BeforeEach
    void storeMerges() {
        Random random = new Random(SEED);
        for (int i = 0; i < 60; i++) {
            merges.add(merge(
                    random, "feature/" + i % 3, i % 4 == 0 ? "release" : "main", RECENTLY.plusSeconds(20L * i + 1)));
        }
        storage.merges().append(merges);
    }

    @Test
    void figures_areThoseOfTheDomain() {
        MergeFigures found =
                storage.mergeStatistics().figures(MergeFilter.ALL, RANGE).orElseThrow();

        assertThatAreAlike(found, MergeFigures.of(merges));
    }

    @Test
    void figures_takeTheFirstInstantOfTheRange_andNotTheLast() {
        TimeRange between =
                new TimeRange(merges.get(3).completion(), merges.get(5).completion());

        assertThat(storage.mergeStatistics()
                        .figures(MergeFilter.ALL, between)
                        .orElseThrow()
                        .merges())
                .isEqualTo(2);
    }

    @Test
    void figures_ofNoMerges_areNone() {
        TimeRange before = TimeRange.endingAt(RECENTLY, Duration.ofHours(1));

        assertThat(storage.mergeStatistics().figures(MergeFilter.ALL, before)).isEmpty();
        assertThat(storage.mergeStatistics().pairs(MergeFilter.ALL, before, 10)).isEmpty();
        assertThat(storage.mergeStatistics().steps(MergeFilter.ALL, before, STEP))
                .isEmpty();
        assertThat(storage.mergeStatistics().courses(List.of(new BranchPair("feature/1", "main")), before, STEP))
                .isEmpty();
    }

    @Test
    void pairs_comeByTheTimeSpent_withTheirLastMerge() {
        List<PairFigures> found = storage.mergeStatistics().pairs(MergeFilter.ALL, RANGE, 10);

        assertThat(found)
                .hasSize(6)
                .isSortedAccordingTo(PairFigures.DEAREST_FIRST)
                .allSatisfy(one -> {
                    List<Merge> ofPair = ofPair(one.pair());
                    assertThatAreAlike(one.figures(), MergeFigures.of(ofPair));
                    assertThat(one.last())
                            .isEqualTo(ofPair.get(ofPair.size() - 1).completion());
                });
        assertThat(storage.mergeStatistics().pairs(MergeFilter.ALL, RANGE, 2)).isEqualTo(found.subList(0, 2));
    }

    @Test
    void steps_startAtMultiplesOfTheirLength() {
        List<MergeStep> found = storage.mergeStatistics().steps(MergeFilter.ALL, RANGE, STEP);

        assertThat(found).extracting(MergeStep::start).containsExactly(minute(0), minute(5), minute(10), minute(15));
        assertThat(found)
                .allSatisfy(step -> assertThatAreAlike(
                        step.figures(),
                        MergeFigures.of(between(step.start(), step.start().plus(STEP)))));
    }

    @Test
    void steps_areNoneWhereNothingWasMerged() {
        TimeRange longer = new TimeRange(minute(-20), minute(40));

        assertThat(storage.mergeStatistics().steps(MergeFilter.ALL, longer, STEP))
                .hasSize(4);
    }

    @Test
    void courses_areThoseOfThePairsAskedFor() {
        BranchPair one = new BranchPair("feature/1", "main");
        BranchPair none = new BranchPair("feature/1", "nowhere");

        Map<BranchPair, List<MergePoint>> found = storage.mergeStatistics().courses(List.of(one, none), RANGE, STEP);

        assertThat(found).containsOnlyKeys(one);
        assertThat(found.get(one))
                .extracting(MergePoint::start)
                .containsExactly(minute(0), minute(5), minute(10), minute(15));
        assertThat(found.get(one)).allSatisfy(point -> {
            List<Merge> ofStep = between(point.start(), point.start().plus(STEP)).stream()
                    .filter(merge -> merge.branches().pair().equals(one))
                    .toList();
            MergePoint expected = MergePoint.of(point.start(), ofStep);
            assertThat(point.merges()).isEqualTo(expected.merges());
            assertThat(point.p50Micros()).isCloseTo(expected.p50Micros(), within(1e-6));
            assertThat(point.average().detection()).isCloseTo(expected.average().detection(), within(1e-6));
        });
        assertThat(storage.mergeStatistics().courses(List.of(), RANGE, STEP)).isEmpty();
    }

    /** Over days, percentiles may come from sketches. */
    @Test
    void figures_ofDays_areThoseOfTheDomain_howeverMuchIsFolded() {
        TimeRange days = storeNineDays();

        assertThatAreClose(
                storage.mergeStatistics().figures(MergeFilter.ALL, days).orElseThrow(), between(days));
        assertThat(storage.mergeStatistics().pairs(MergeFilter.ALL, days, 10))
                .hasSize(6)
                .isSortedAccordingTo(PairFigures.DEAREST_FIRST)
                .allSatisfy(one -> {
                    List<Merge> ofPair = between(days).stream()
                            .filter(merge -> merge.branches().pair().equals(one.pair()))
                            .toList();
                    assertThatAreClose(one.figures(), ofPair);
                    assertThat(one.last())
                            .isEqualTo(ofPair.stream()
                                    .map(Merge::completion)
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow());
                });
        assertThat(storage.mergeStatistics().figures(new MergeFilter("feature/1", "main", null, null), days))
                .hasValueSatisfying(found -> assertThatAreClose(
                        found,
                        between(days).stream()
                                .filter(merge -> merge.branches().pair().equals(new BranchPair("feature/1", "main")))
                                .toList()));
        assertThat(storage.mergeStatistics().figures(new MergeFilter(null, null, MergeStatus.FAILED, null), days))
                .hasValueSatisfying(found -> assertThatAreAlike(
                        found,
                        MergeFigures.of(between(days).stream()
                                .filter(merge -> merge.verdict().status() == MergeStatus.FAILED)
                                .toList())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 12, 24, 36})
    void stepsAndCourses_ofDays_areThoseOfTheDomain_howeverMuchIsFolded(int hours) {
        TimeRange days = storeNineDays();
        Duration step = Duration.ofHours(hours);
        BranchPair pair = new BranchPair("feature/1", "main");

        List<MergeStep> steps = storage.mergeStatistics().steps(MergeFilter.ALL, days, step);

        assertThat(steps).isSortedAccordingTo(Comparator.comparing(MergeStep::start));
        assertThat(steps.stream().mapToLong(found -> found.figures().merges()).sum())
                .isEqualTo(between(days).size());
        assertThat(steps).allSatisfy(found -> assertThatAreClose(found.figures(), ofStep(days, found.start(), step)));
        assertThat(storage.mergeStatistics().courses(List.of(pair), days, step).get(pair))
                .isNotEmpty()
                .allSatisfy(found -> {
                    MergePoint expected = MergePoint.of(
                            found.start(),
                            ofStep(days, found.start(), step).stream()
                                    .filter(merge -> merge.branches().pair().equals(pair))
                                    .toList());
                    assertThat(found.merges()).isEqualTo(expected.merges());
                    assertThat(found.p50Micros()).isCloseTo(expected.p50Micros(), withinPercentage(1));
                    assertThat(found.average())
                            .usingRecursiveComparison()
                            .withComparatorForType(EXACT, Double.class)
                            .isEqualTo(expected.average());
                });
    }

    /** The rule in the storage is that of the domain. */
    @ParameterizedTest
    @EnumSource
    void filter_takesMergesByTheirBottleneck(MergeBottleneck bottleneck) {
        storage.merges()
                .append(List.of(
                        phased(new Phases(50, 50, 20, 200)),
                        phased(new Phases(50, 20, 50, 200)),
                        phased(new Phases(20, 50, 50, 200)),
                        phased(new Phases(50, 50, 50, 200)),
                        phased(new Phases(0, 0, 0, 200)),
                        phased(new Phases(0, 0, 1, 200))));
        List<Merge> all = storage.mergeReader().latest(1_000);

        assertThat(found(new MergeFilter(null, null, null, bottleneck)))
                .isNotEmpty()
                .containsExactlyElementsOf(all.stream()
                        .filter(merge -> merge.phases().bottleneck() == bottleneck)
                        .toList());
    }

    @Test
    void filter_takesMergesByTheirBranchesAndTheirStatus() {
        assertThat(found(new MergeFilter("feature/1", "main", MergeStatus.FAILED, null)))
                .isNotEmpty()
                .allSatisfy(merge -> {
                    assertThat(merge.branches().pair()).isEqualTo(new BranchPair("feature/1", "main"));
                    assertThat(merge.verdict().status()).isEqualTo(MergeStatus.FAILED);
                });
        assertThat(found(new MergeFilter(null, "release", null, null))).hasSize(15);
        assertThat(found(new MergeFilter("feature/1", null, null, null))).hasSize(20);
        assertThat(found(new MergeFilter("feature/x", null, null, null))).isEmpty();
    }

    @Test
    void find_comesLatestFirst_andGoesOnAfterAPlace() {
        Merge twin = phased(new Phases(1, 2, 3, 10));
        storage.merges().append(List.of(twin, twin, twin));
        List<FiledMerge> all = find(null, 1_000);

        List<FiledMerge> paged = new ArrayList<>();
        Place after = null;
        for (List<FiledMerge> page = find(null, 7); !page.isEmpty(); page = find(after, 7)) {
            paged.addAll(page);
            after = Place.of(page.get(page.size() - 1));
        }

        assertThat(paged).hasSize(63).isEqualTo(all).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(FiledMerge::merge)
                .isEqualTo(storage.mergeReader().latest(1_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; drop table merge_performance_metrics; --", "<b>", "שלום", "%s ${x} #{y}", "a\"b\\c{,}"})
    void names_areTakenAsTheyAre(String name) {
        Merge merge = merge(new Random(SEED), name, name, minute(19));
        storage.merges().append(List.of(merge));
        BranchPair pair = new BranchPair(name, name);

        assertThat(found(MergeFilter.of(pair))).containsExactly(merge);
        assertThat(storage.mergeStatistics().pairs(MergeFilter.of(pair), RANGE, 5))
                .extracting(PairFigures::pair)
                .containsExactly(pair);
        assertThat(storage.mergeStatistics().courses(List.of(pair), RANGE, STEP))
                .containsOnlyKeys(pair);
    }

    /** Many before the hour under way, some of which come when the others are folded; none outside the range. */
    private TimeRange storeNineDays() {
        Random random = new Random(SEED);
        Instant hour = RECENTLY.truncatedTo(ChronoUnit.HOURS);
        TimeRange days = TimeRange.endingAt(hour.plus(Duration.ofHours(3)), Duration.ofDays(9));
        for (int batch = 0; batch < 2; batch++) {
            List<Merge> more = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                Instant completion = days.from()
                        .plusSeconds(random.nextInt((int) Duration.ofDays(9).toSeconds()));
                more.add(merge(random, "feature/" + i % 3, i % 4 == 0 ? "release" : "main", completion));
            }
            storage.merges().append(more);
            merges.addAll(more);
            if (batch == 0) {
                storage.upkeep().fold();
            }
        }
        return days;
    }

    private List<Merge> ofStep(TimeRange range, Instant start, Duration step) {
        return between(range).stream()
                .filter(merge -> new TimeRange(start, start.plus(step)).contains(merge.completion()))
                .toList();
    }

    private List<Merge> between(TimeRange range) {
        return between(range.from(), range.to());
    }

    private static void assertThatAreClose(MergeFigures found, List<Merge> merges) {
        assertThat(found)
                .usingRecursiveComparison()
                .withComparatorForType(EXACT, Double.class)
                .withComparatorForFields(
                        WITHIN_A_PERCENT,
                        "times.total.p50",
                        "times.total.p99",
                        "times.p99.base",
                        "times.p99.detection",
                        "times.p99.resolution",
                        "times.p99.rest")
                .isEqualTo(MergeFigures.of(merges));
    }

    private List<Merge> found(MergeFilter filter) {
        return storage.mergeReader().find(new MergeSearch(filter, RANGE, null, 1_000)).stream()
                .map(FiledMerge::merge)
                .toList();
    }

    private List<FiledMerge> find(@Nullable Place after, int limit) {
        return storage.mergeReader().find(new MergeSearch(MergeFilter.ALL, RANGE, after, limit));
    }

    private List<Merge> ofPair(BranchPair pair) {
        return merges.stream()
                .filter(merge -> merge.branches().pair().equals(pair))
                .toList();
    }

    private List<Merge> between(Instant from, Instant to) {
        TimeRange range = new TimeRange(from, to);
        return merges.stream()
                .filter(merge -> range.contains(merge.completion()))
                .toList();
    }

    private static void assertThatAreAlike(MergeFigures found, MergeFigures expected) {
        assertThat(found)
                .usingRecursiveComparison()
                .withComparatorForType(EXACT, Double.class)
                .isEqualTo(expected);
    }

    private static Merge phased(Phases phases) {
        return new Merge(
                new Branches("phased", "main", null),
                phases,
                Conflicts.NONE,
                new Verdict(MergeStatus.SUCCESS, Resolution.NONE, null),
                minute(19),
                new MergedBy("ada", null));
    }

    private static Merge merge(Random random, String source, String target, Instant completion) {
        int found = random.nextInt(3);
        int resolved = random.nextInt(found + 1);
        Conflicts conflicts = new Conflicts(found, resolved, random.nextInt(found - resolved + 1));
        MergeStatus status = STATUSES.get(random.nextInt(STATUSES.size()));
        Phases phases =
                new Phases(random.nextInt(90), random.nextInt(90), random.nextInt(90), 100 + random.nextInt(400));
        return new Merge(
                new Branches(source, target, null),
                phases,
                conflicts,
                new Verdict(status, Resolution.of(conflicts, status), null),
                completion,
                new MergedBy("ada", null));
    }
}
