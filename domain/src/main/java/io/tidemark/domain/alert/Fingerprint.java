package io.tidemark.domain.alert;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What makes two sightings the same condition: while it lasts, there is one alert about it.
 *
 * @param type the kind of condition
 * @param subject the operation, or the health subject
 * @param branch the branch, or null
 */
public record Fingerprint(
        AlertType type, String subject, @Nullable String branch) {
    public Fingerprint {
        requireNonNull(type, "type");
        if (subject.isBlank()) {
            throw new IllegalArgumentException("subject must not be blank");
        }
    }
}
