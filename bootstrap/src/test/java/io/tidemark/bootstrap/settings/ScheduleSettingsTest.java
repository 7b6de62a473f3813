package io.tidemark.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.application.schedule.StandardJob;
import io.tidemark.bootstrap.settings.ScheduleSettings.JobSchedule;
import io.tidemark.domain.schedule.Cron;
import io.tidemark.domain.schedule.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScheduleSettingsTest {
    @TempDir
    private Path folder;

    private SettingsFixture settings;

    @BeforeEach
    void start() {
        settings = new SettingsFixture(folder);
    }

    @Test
    void schedules_areTheStandardOnes_whereNothingIsSaid() {
        var jobs = SettingsFixture.defaults().settings().schedules().jobs();

        assertThat(jobs).hasSize(StandardJob.values().length);
        assertThat(jobs.get(StandardJob.RECALCULATE_WEEKLY))
                .isEqualTo(new JobSchedule(Schedule.of("0 3 * * SUN", "UTC"), Duration.ofHours(1)));
    }

    @Test
    void schedule_isReadInAllItsParts() throws Exception {
        var jobs = settings.load("""
                        schedules:
                          recalculate-daily: {cron: "30 1 * * *", time-zone: Europe/Berlin, enabled: false, time-limit: 10m}
                        """).settings().schedules().jobs();

        assertThat(jobs.get(StandardJob.RECALCULATE_DAILY))
                .isEqualTo(new JobSchedule(
                        new Schedule(Cron.parse("30 1 * * *"), ZoneId.of("Europe/Berlin"), false),
                        Duration.ofMinutes(10)));
        assertThat(jobs.get(StandardJob.DETECT).schedule()).isEqualTo(Schedule.of("0 */6 * * *", "UTC"));
    }

    @Test
    void mistakes_areReportedTogether_withWhatWasMeant() {
        assertThatThrownBy(() -> settings.load("""
                        schedules:
                          recalculate-dayly: {cron: "0 2 * * *"}
                          detect: {cron: "0 25 * * *", time-zone: Europe/Berln, time-limit: soon}
                        """))
                .hasMessageContaining(
                        "unknown key \"recalculate-dayly\" in schedules." + " Did you mean \"recalculate-daily\"?")
                .hasMessageContaining("schedules.detect.cron must be corrected: '0 25 * * *' is no cron expression:"
                        + " hour '25' must be from 0 to 23")
                .hasMessageContaining("schedules.detect.time-zone is \"Europe/Berln\", but must be the IANA name of a"
                        + " time zone, like UTC or Europe/Berlin; did you mean \"Europe/Berlin\"?")
                .hasMessageContaining("schedules.detect.time-limit");
    }
}
