package io.tidemark.bootstrap.console.baselines;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.console.OnDuty;
import io.tidemark.bootstrap.http.Client;
import io.tidemark.bootstrap.http.RunningDaemon;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BaselinesPageTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void baseline_tellsItsPercentilesAndItsLimit() {
        daemon.ran("commit", Duration.ofMillis(6), 120);
        daemon.learned("commit");

        assertThat(client.get("/baselines").body())
                .contains("The baselines are up to date", "1 of 1 operation with timings has one.", "<b>12.0 ms</b>");
    }

    @Test
    void baseline_thatNobodyLookedAtForAWeekIsVeryStale() {
        daemon.ran("commit", Duration.ofMillis(6), 120);
        daemon.learned("commit");
        daemon.passes(Duration.ofDays(8));

        assertThat(client.get("/baselines").body()).contains("Some baselines are old", "very stale", "8 days");
    }

    @Test
    void baseline_ofFewTimingsIsWeak() {
        daemon.ran("commit", Duration.ofMillis(6), 20);
        daemon.learned("commit");

        assertThat(client.get("/baselines").body()).contains("weak: of 20 timings only");
    }

    @Test
    void proposal_isShownBesideTheBaselineInForce() {
        OnDuty.spend(daemon, "commit");

        assertThat(client.get("/baselines").body())
                .contains(
                        "1 baseline waits for your word",
                        "+567 %",
                        "of 120 timings so far, of 1,120 timings then",
                        "width=\"150\"",
                        "width=\"1000\"");
    }

    @Test
    void recalculations_tellWhatCameOfThem() {
        OnDuty.spend(daemon, "commit");

        assertThat(client.get("/baselines").body())
                .contains("needs approval", "p99 differs by more than the factor that a person has to approve");
    }
}
