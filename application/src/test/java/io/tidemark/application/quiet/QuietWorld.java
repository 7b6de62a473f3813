package io.tidemark.application.quiet;

import static io.tidemark.domain.timing.TimingFixture.NOON;

import io.tidemark.application.SettableClock;
import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertFixture;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.label.Labels;
import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.operation.Category;
import io.tidemark.domain.quiet.Silence;
import io.tidemark.domain.quiet.Silence.Matching;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A storage in memory at noon, in which alerts are raised and kept quiet. */
final class QuietWorld {
    final SettableClock clock = new SettableClock(NOON);
    final Storage storage = Storages.create("memory", StorageSettings.NONE, clock);
    final Function<Alert, Labels> labels = alert -> Labels.of(alert, operation -> Category.OTHER);
    final SilenceDesk desk = new SilenceDesk(storage.silences(), storage.alertReader(), labels, clock);

    Alert raise(String operation, Severity severity) {
        Fingerprint slow = new Fingerprint(AlertType.THRESHOLD_EXCEEDED, operation, null);
        Sighting sighting = new Sighting(slow, severity, AlertFixture.evidence(3), clock.instant());
        return storage.alerts()
                .change(
                        slow,
                        (standing, freshId) -> new Decision(Alert.raise(freshId.getAsLong(), sighting), List.of()));
    }

    /** From an hour before noon on, for so long. */
    static Silence silence(Duration length, String... matchers) {
        return new Silence(
                new Matching(Stream.of(matchers).map(Matcher::parse).toList()),
                new TimeRange(NOON.minusSeconds(3_600), NOON.minusSeconds(3_600).plus(length)),
                "ada",
                "the disks are moved");
    }
}
