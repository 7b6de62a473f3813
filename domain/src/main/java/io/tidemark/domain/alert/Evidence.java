package io.tidemark.domain.alert;

import static java.util.Objects.requireNonNull;

/**
 * What a sighting rests on.
 *
 * @param figures how bad it was
 * @param baselineId the baseline that was broken
 * @param user whose timing it was
 */
public record Evidence(Figures figures, long baselineId, String user) {
    public Evidence {
        requireNonNull(figures, "figures");
        requireNonNull(user, "user");
    }
}
