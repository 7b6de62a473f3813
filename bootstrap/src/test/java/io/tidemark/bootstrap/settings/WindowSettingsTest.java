package io.tidemark.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.quiet.MaintenanceWindow;
import io.tidemark.domain.quiet.Recurrence;
import io.tidemark.domain.quiet.Timetable;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WindowSettingsTest {
    @TempDir
    private Path folder;

    private SettingsFixture settings;

    @BeforeEach
    void start() {
        settings = new SettingsFixture(folder);
    }

    @Test
    void window_isReadInAllItsParts() throws Exception {
        assertThat(settings.load("""
                        windows:
                          - name: nightly rebuild
                            recurrence: weekly sun 02:00-04:00
                            time-zone: Europe/Berlin
                            match: [operation=commit]
                            break-through: CRITICAL
                            enabled: false
                        """).settings().windows())
                .containsExactly(new MaintenanceWindow(
                        "nightly rebuild",
                        new Timetable(Recurrence.parse("weekly sun 02:00-04:00"), ZoneId.of("Europe/Berlin")),
                        List.of(Matcher.parse("operation=commit")),
                        Severity.CRITICAL,
                        false));
    }

    @Test
    void mistakes_areReportedTogether() {
        assertThat(settings.mistakesIn("""
                        windows:
                          - recurrence: daily 25:00-04:00
                            time-zone: Europe/Berln
                            match: [opration=commit]
                          - name: deploy
                            recurrence: daily 02:00-04:00
                          - name: deploy
                            recurrence: daily 03:00-05:00
                        """))
                .anySatisfy(mistake -> assertThat(mistake).contains("needs the key name"))
                .anySatisfy(mistake -> assertThat(mistake).startsWith("2:").contains("25:00"))
                .anySatisfy(mistake -> assertThat(mistake).contains("did you mean \"Europe/Berlin\"?"))
                .anySatisfy(mistake -> assertThat(mistake).contains("operation"))
                .anySatisfy(mistake -> assertThat(mistake).contains("windows of different names"));
    }
}
