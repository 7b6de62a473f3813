package io.tidemark.application.port;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Tells when alerts said that something was wrong. */
public interface IncidentReader {
    /** The alerts of some types, resolved ones too, that are not resolved or were seen since an instant; by their number. */
    List<Alert> since(Instant instant, Set<AlertType> types);
}
