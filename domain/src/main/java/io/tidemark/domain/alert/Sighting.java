package io.tidemark.domain.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One time that a condition was seen.
 *
 * @param fingerprint the condition
 * @param severity how bad it was this time
 * @param evidence what it rests on
 * @param at when it was seen
 */
public record Sighting(Fingerprint fingerprint, Severity severity, Evidence evidence, Instant at) {
    public Sighting {
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(severity, "severity");
        requireNonNull(evidence, "evidence");
        requireNonNull(at, "at");
    }
}
