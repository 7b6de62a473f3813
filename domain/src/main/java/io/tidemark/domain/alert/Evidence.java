package io.tidemark.domain.alert;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sighting rests on.
 *
 * @param figures how bad it was
 * @param baselineId the baseline that was broken, or null when it is not about a single one
 * @param user whose timing it was; nobody's, and empty, when it is not about a single one
 * @param why what was expected and what would have kept it quiet, or null when nobody noted it
 * @param members the operations that it is about, when it is about several; else empty
 * @param metadata what else is known of the run, by name: what routes and silences can go by
 */
public record Evidence(
        Figures figures,
        @Nullable Long baselineId,
        String user,
        @Nullable Why why,
        List<String> members,
        Map<String, String> metadata) {
    public Evidence {
        requireNonNull(figures, "figures");
        requireNonNull(user, "user");
        members = List.copyOf(members);
        metadata = Map.copyOf(metadata);
    }

    /** Without anything else that is known. */
    public Evidence(Figures figures, @Nullable Long baselineId, String user, @Nullable Why why, List<String> members) {
        this(figures, baselineId, user, why, members, Map.of());
    }

    /** That of a verdict about many timings. */
    public static Evidence of(Figures figures, Why why) {
        return new Evidence(figures, null, "", why, List.of());
    }

    /** The same, about several operations. */
    public Evidence withMembers(List<String> members) {
        return new Evidence(figures, baselineId, user, why, members, metadata);
    }

    /** The same, with what else is known of the run. */
    public Evidence withMetadata(Map<String, String> metadata) {
        return new Evidence(figures, baselineId, user, why, members, metadata);
    }
}
