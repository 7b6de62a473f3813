package io.tidemark.bootstrap.console;

import io.tidemark.bootstrap.http.RunningDaemon;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** A daemon with something on each of its pages, all of it by one name. */
final class Furnished {
    private static final long SEED = 20_261_121;
    private static final int MINUTES = 40;

    private Furnished() {}

    static RunningDaemon with(String name) {
        RunningDaemon daemon = RunningDaemon.start();
        movesTogether(daemon, name);
        OnDuty.spend(daemon, name);
        daemon.merged(List.of(
                MergeWorld.quarrelling(daemon, name, name, 1).inSpan(MergeWorld.id(1)),
                MergeWorld.clean(daemon, name, "main", 2)));
        daemon.spanned(MergeWorld.trace(daemon, name));
        return daemon;
    }

    private static void movesTogether(RunningDaemon daemon, String name) {
        Random random = new Random(SEED);
        for (int minute = 0; minute < MINUTES; minute++) {
            daemon.passes(Duration.ofMinutes(1));
            double load = Math.exp(0.3 * random.nextGaussian());
            daemon.append(List.of(timing(daemon, name, 4_000 * load), timing(daemon, "amend", 9_000 * load)));
        }
    }

    private static Timing timing(RunningDaemon daemon, String operation, double micros) {
        return new Timing(operation, Math.round(micros), daemon.now(), Context.of("ada"));
    }
}
