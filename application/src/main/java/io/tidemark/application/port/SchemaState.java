package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the tables of a storage are.
 *
 * @param version which version they are of, or null when there are none
 * @param newest the version that this release brings them to, or null when it needs none
 * @param pending the steps that are left until then, in order
 * @param unknown the steps that this release does not know, as a newer one made them, in order
 */
public record SchemaState(
        @Nullable String version, @Nullable String newest, List<Step> pending, List<Step> unknown) {
    static final SchemaState NONE = new SchemaState(null, null, List.of(), List.of());

    public SchemaState {
        pending = List.copyOf(pending);
        unknown = List.copyOf(unknown);
    }

    /**
     * A step from one version to the next.
     *
     * @param version the version that it leads to
     * @param change what it changes, in a few words
     */
    public record Step(String version, String change) {
        public Step {
            requireNonNull(version, "version");
            requireNonNull(change, "change");
        }
    }
}
