package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.Tidemark;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.Health;
import io.tidemark.application.port.OutboxReader;
import io.tidemark.application.sample.SampleLoader;
import io.tidemark.bootstrap.settings.EffectiveSetting;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the server shows and sets going.
 *
 * @param tidemark what records, judges and raises alerts
 * @param outbox what became of notifications
 * @param checks how the parts are
 * @param examples made-up data
 * @param administration what admins do
 * @param about what runs here
 */
public record Parts(
        Tidemark tidemark,
        OutboxReader outbox,
        Checks checks,
        Examples examples,
        Administration administration,
        About about) {
    public Parts {
        requireNonNull(tidemark, "tidemark");
        requireNonNull(outbox, "outbox");
        requireNonNull(checks, "checks");
        requireNonNull(examples, "examples");
        requireNonNull(administration, "administration");
        requireNonNull(about, "about");
    }

    /**
     * Made-up data, on request only.
     *
     * @param demo starts the simulated workload; does nothing when it runs already
     * @param sample loads a few timings with known percentiles
     */
    public record Examples(Runnable demo, SampleLoader sample) {
        public Examples {
            requireNonNull(demo, "demo");
            requireNonNull(sample, "sample");
        }
    }

    /**
     * How the parts are.
     *
     * @param parts what must be up for the daemon to be ready, in the order in which it is shown
     * @param destinations how each destination is; does not count towards being ready
     */
    public record Checks(Map<String, Supplier<Health>> parts, Supplier<Map<String, Health>> destinations) {
        public Checks {
            parts = new LinkedHashMap<>(parts);
            requireNonNull(destinations, "destinations");
        }
    }

    /**
     * What runs here.
     *
     * @param version the version of Tidemark
     * @param storage what everything is kept in, such as {@code memory}; never a secret
     * @param startedAt since when
     * @param settings the settings that apply, secrets as {@code ***}
     * @param clocks what time it is
     */
    public record About(
            String version, String storage, Instant startedAt, List<EffectiveSetting> settings, Clocks clocks) {
        public About {
            requireNonNull(version, "version");
            requireNonNull(storage, "storage");
            requireNonNull(startedAt, "startedAt");
            settings = List.copyOf(settings);
            requireNonNull(clocks, "clocks");
        }

        public Clock clock() {
            return clocks.wall();
        }
    }
}
