package io.tidemark.domain.notification;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Severity;
import java.time.Instant;

/**
 * One message about an alert to one destination, as it was decided.
 *
 * @param alertId the alert
 * @param destination whom it goes to
 * @param severity how bad the alert was then
 * @param content what it says
 * @param decidedAt when it was decided
 */
public record Notice(long alertId, Destination destination, Severity severity, Content content, Instant decidedAt) {
    public Notice {
        requireNonNull(destination, "destination");
        requireNonNull(severity, "severity");
        requireNonNull(content, "content");
        requireNonNull(decidedAt, "decidedAt");
    }
}
