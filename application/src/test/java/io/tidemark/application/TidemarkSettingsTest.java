package io.tidemark.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.application.TidemarkSettings.BaselineSettings;
import io.tidemark.application.TidemarkSettings.Noticing;
import io.tidemark.application.record.RecorderSettings;
import io.tidemark.application.schedule.JobSettings;
import io.tidemark.domain.alert.RepeatPolicy;
import io.tidemark.domain.baseline.BaselinePolicy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TidemarkSettingsTest {
    private final TidemarkSettings defaults = TidemarkSettings.defaults();

    @Test
    void defaults_keepEverythingInMemory() {
        assertThat(defaults.storage().name()).isEqualTo("memory");
        assertThat(defaults.noticing().alerts().repeats().interval()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void withPostgres_namesWhatTheStorageNeeds() {
        TidemarkSettings settings = defaults.withPostgres("jdbc:postgresql://db/app", "tide", "hush");

        assertThat(settings.storage().name()).isEqualTo("postgres");
        assertThat(settings.storage().settings().values())
                .isEqualTo(Map.of("url", "jdbc:postgresql://db/app", "user", "tide", "password", "hush"));
    }

    @Test
    void settings_neverPrintASecret() {
        assertThat(defaults.withPostgres("jdbc:postgresql://db/app", "tide", "hush"))
                .asString()
                .contains("password")
                .doesNotContain("hush");
    }

    @Test
    void with_changesOneThing() {
        RecorderSettings recorder = RecorderSettings.defaults().withMaxOperations(7);
        RepeatPolicy repeats = new RepeatPolicy(Duration.ofMinutes(5));

        assertThat(defaults.withRecorder(recorder).withRepeats(repeats).withJobs())
                .isEqualTo(new TidemarkSettings(
                        defaults.storage(),
                        recorder,
                        defaults.baselines(),
                        new Noticing(
                                defaults.noticing().detection(),
                                defaults.noticing().alerts().with(repeats)),
                        defaults.messages(),
                        JobSettings.DEFAULT));
    }

    @Test
    void withMultiplier_countsForThatOperationOnly() {
        BaselineSettings baselines = defaults.withMultiplier("commit", 2.5)
                .withMultiplier("merge", 3)
                .baselines();

        assertThat(baselines.policyOf("commit")).isEqualTo(BaselinePolicy.DEFAULT.withMultiplier(2.5));
        assertThat(baselines.policyOf("merge")).isEqualTo(BaselinePolicy.DEFAULT.withMultiplier(3));
        assertThat(baselines.policyOf("rollback")).isEqualTo(BaselinePolicy.DEFAULT);
    }

    @Test
    void withMultiplier_refusesOneThatWouldMakeNormalTimingsAlerts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withMultiplier("commit", 0.5))
                .withMessageContaining("multiplier 0.5 must be a number from 1 on");
    }
}
