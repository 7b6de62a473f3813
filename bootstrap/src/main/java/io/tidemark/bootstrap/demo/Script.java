package io.tidemark.bootstrap.demo;

import static io.tidemark.bootstrap.demo.Incident.Shape.AT_ONCE;
import static io.tidemark.bootstrap.demo.Incident.Shape.CREEPING;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.tidemark.bootstrap.demo.Incident.Shape;
import io.tidemark.bootstrap.demo.Incident.When;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What the story is made of. Merges come on top: they are told with their phases, by {@link DemoMerge}. */
final class Script {
    static final String MERGE = "merge_branches";

    static final List<DemoOperation> OPERATIONS = List.of(
            // name, median in microseconds, spread, runs a minute
            new DemoOperation("commit", 4_000, 0.22, 12),
            new DemoOperation("commit_lookup", 700, 0.25, 14),
            new DemoOperation("commit_diff", 9_000, 0.30, 5),
            new DemoOperation("branch_list", 900, 0.20, 7),
            new DemoOperation("branch_create", 2_100, 0.28, 1.5),
            new DemoOperation("branch_checkout", 26_000, 0.25, 2.5),
            new DemoOperation("get_history", 21_000, 0.35, 7),
            new DemoOperation("get_diff", 14_000, 0.30, 5),
            new DemoOperation("blame_object", 38_000, 0.25, 1.5),
            new DemoOperation("search_history", 110_000, 0.45, 0.6),
            new DemoOperation("rollback_commit", 90_000, 0.40, 0.5),
            new DemoOperation("ddl_capture", 1_300, 0.30, 3),
            new DemoOperation("schema_snapshot", 55_000, 0.20, 0.8));

    /** What a merge yields timings of. */
    static final List<String> OF_MERGES =
            List.of(MERGE, "merge_base_find", "merge_conflict_detect", "merge_auto_resolve");

    static final DemoOperation MERGES = new DemoOperation(MERGE, 72_000, 0.16, 0.8);

    private static final Set<String> ON_DISK = Set.of("commit", "branch_create", "branch_checkout");

    /** Counted from 1970 on, which began on a Thursday: the past is the same whenever the story begins. */
    static final List<Incident> STANDING = List.of(
            // a spike: a few minutes, five hours apart
            incident(Set.of("get_diff"), past(ofHours(5), ofMinutes(70), ofMinutes(3)), AT_ONCE, 6, 0.5),
            // a shared disk, when the backup runs at lunch time
            incident(ON_DISK, past(ofDays(1), ofMinutes(790), ofMinutes(12)), AT_ONCE, 2.6, 0.3),
            // a slow creep, from Monday morning until it is mended on Saturday
            incident(Set.of("blame_object"), past(ofDays(7), ofHours(4 * 24 + 6), ofDays(5)), CREEPING, 1.8, 1),
            // a level shift, by a release on Wednesday that is taken back on Sunday
            incident(Set.of("schema_snapshot"), past(ofDays(7), ofHours(6 * 24 + 9), ofDays(4)), AT_ONCE, 1.4, 1));

    /** Counted from the moment when the story begins: somebody is looking. */
    static final List<Incident> LIVE = List.of(
            incident(Set.of("commit"), live(ofSeconds(5), ofSeconds(45), 60), AT_ONCE, 9, 0.6),
            incident(ON_DISK, live(ofSeconds(150), ofSeconds(80), 20), AT_ONCE, 6, 0.6),
            incident(Set.of("get_history"), live(ofSeconds(300), ofSeconds(60), 15), AT_ONCE, 9, 0.4),
            incident(Set.of(MERGE), live(ofSeconds(420), ofSeconds(60), 10), AT_ONCE, 5, 0.7));

    private Script() {}

    private static Incident incident(Set<String> operations, When when, Shape shape, double factor, double share) {
        return new Incident(operations, when, shape, factor, share);
    }

    private static When past(Duration every, Duration after, Duration lasting) {
        return new When(every, after, lasting, 0);
    }

    private static When live(Duration after, Duration lasting, double atLeastPerMinute) {
        return new When(ofMinutes(10), after, lasting, atLeastPerMinute);
    }
}
