package io.tidemark.adapters.postgres;

import io.tidemark.application.baseline.Baselines;
import io.tidemark.application.baseline.CountingTimings;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageFixture;
import io.tidemark.application.sample.SampleLoader;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** What the views are asked of: how much there is, and how far it is added up. */
enum ViewScene {
    NOTHING {
        @Override
        void fill(Storage storage, Map<String, String> settings) {}
    },
    ONE_TIMING {
        @Override
        void fill(Storage storage, Map<String, String> settings) {
            storage.timings()
                    .append(List.of(StorageFixture.timing(
                            "commit",
                            1_999,
                            StorageFixture.RECENTLY,
                            Context.of("ada").onBranch("main"))));
        }
    },
    ONE_MERGE {
        @Override
        void fill(Storage storage, Map<String, String> settings) {
            TestDatabase.execute(settings, """
                    insert into performance_branches (name) values ('feature/1'), ('main');
                    select record_merge_performance(
                      min(id), max(id), p_lca_microseconds => 20001, p_conflict_detection_microseconds => 30001,
                      p_auto_resolution_microseconds => 10001, p_conflicts_found => 3, p_auto_resolved => 3,
                      p_end_time => now() - interval '5 hours')
                    from performance_branches""");
            storage.upkeep().fold();
        }
    },
    SAMPLE {
        @Override
        void fill(Storage storage, Map<String, String> settings) {
            Baselines baselines = new Baselines(
                    new CountingTimings(storage.rollups(), storage.incidents(), storage.exclusions()),
                    storage.timingReader(),
                    storage.baselines(),
                    operation -> BaselinePolicy.DEFAULT,
                    Clock.systemUTC());
            new SampleLoader(storage, baselines, Clock.systemUTC()).load(false);
        }
    },
    NOTHING_FOLDED {
        @Override
        void fill(Storage storage, Map<String, String> settings) {
            storage.timings().append(timings(1));
            fillBesides(settings);
        }
    },
    FOLDED {
        @Override
        void fill(Storage storage, Map<String, String> settings) {
            storage.timings().append(timings(1));
            fillBesides(settings);
            storage.upkeep().fold();
        }
    },
    FOLDED_TWICE {
        @Override
        void fill(Storage storage, Map<String, String> settings) {
            storage.timings().append(timings(1));
            fillBesides(settings);
            storage.upkeep().fold();
            storage.timings().append(timings(2));
            recordLateMerges(settings);
            storage.upkeep().fold();
        }
    },
    LATE_AND_FROM_SQL {
        @Override
        void fill(Storage storage, Map<String, String> settings) {
            storage.timings().append(timings(1));
            fillBesides(settings);
            storage.upkeep().fold();
            storage.timings().append(timings(2));
            recordLateMerges(settings);
            TestDatabase.execute(settings, """
                    select record_performance_metric(
                      'operation 1', 1000 * (hours + 1), 'grace', p_start_time => now() - hours * interval '1 hour')
                    from generate_series(0, 60) as hours""");
        }
    };

    private static final int TIMINGS = 3_000;

    abstract void fill(Storage storage, Map<String, String> settings);

    void prepare(Map<String, String> settings) {
        try (Storage storage = TestDatabase.prepared(settings)) {
            fill(storage, settings);
        }
    }

    /** Half of them in the last two days, the others in the 29 days before now. */
    private static List<Timing> timings(long seed) {
        Random random = new Random(seed);
        Instant now = Clock.systemUTC().instant();
        return Stream.generate(() -> timing(random, now)).limit(TIMINGS).toList();
    }

    private static Timing timing(Random random, Instant now) {
        Duration most = Duration.ofDays(random.nextBoolean() ? 2 : 29);
        Context user = Context.of("user " + random.nextInt(4)).inSession("session " + random.nextInt(9));
        int branch = random.nextInt(4);
        return new Timing(
                "operation " + random.nextInt(5),
                1 + (long) (500 * Math.exp(random.nextDouble() * 5)),
                now.minusSeconds(1 + random.nextInt((int) most.toSeconds() - 1)),
                branch == 0 ? user : user.onBranch("branch " + branch));
    }

    private static void fillBesides(Map<String, String> settings) {
        TestDatabase.execute(settings, SqlFile.read("views_data.sql").replace(":merges", "300"));
    }

    /** In hours that are counted already, in others, and in the one under way. */
    private static void recordLateMerges(Map<String, String> settings) {
        TestDatabase.execute(settings, """
                select record_merge_performance(
                  source.id, target.id, p_lca_microseconds => 1000 * hours, p_conflict_detection_microseconds => 5,
                  p_total_microseconds => 2000 * hours, p_conflicts_found => hours % 3,
                  p_status => case hours % 2 when 0 then 'FAILED' else 'SUCCESS' end,
                  p_end_time => now() - (hours - 1) * interval '1 hour')
                from generate_series(1, 690, 13) as hours
                join performance_branches as source on source.name = 'feature/' || 1 + hours % 6
                join performance_branches as target on target.name = 'main'""");
    }
}
