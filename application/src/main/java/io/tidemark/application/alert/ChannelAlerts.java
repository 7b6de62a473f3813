package io.tidemark.application.alert;

import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.DestinationReports;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Raises an alert about a destination that takes nothing, and ends it when it takes something again. */
public final class ChannelAlerts implements DestinationReports {
    private static final int MOST = 1_000;

    private final Consumer<List<Sighting>> raise;
    private final Consumer<Fingerprint> over;
    private final AlertReader reader;

    /**
     * @param raise takes what was seen
     * @param over ends the alert about what is over
     */
    public ChannelAlerts(Consumer<List<Sighting>> raise, Consumer<Fingerprint> over, AlertReader reader) {
        this.raise = raise;
        this.over = over;
        this.reader = reader;
    }

    @Override
    public void down(String destination, String detail, Instant at) {
        Evidence evidence = new Evidence(Figures.NONE, null, "", null, List.of(), Map.of(AlertWording.DETAIL, detail));
        raise.accept(List.of(new Sighting(about(destination), Severity.CRITICAL, evidence, at)));
    }

    @Override
    public void works(String destination, Instant at) {
        over.accept(about(destination));
    }

    @Override
    public Set<String> down() {
        return reader.latest(Which.UNRESOLVED, MOST).stream()
                .map(AlertReport::alert)
                .map(Alert::fingerprint)
                .filter(fingerprint -> fingerprint.type() == AlertType.CHANNEL_DOWN)
                .map(Fingerprint::subject)
                .collect(Collectors.toSet());
    }

    private static Fingerprint about(String destination) {
        return new Fingerprint(AlertType.CHANNEL_DOWN, destination, null);
    }
}
