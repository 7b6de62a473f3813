package io.tidemark.adapters.postgres;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Which roll-ups to take, as columns of the same length. */
final class RollupKeys {
    private final Collection<RollupKey> keys;

    RollupKeys(Collection<RollupKey> keys) {
        this.keys = keys;
    }

    String[] getOperations() {
        return keys.stream().map(RollupKey::operation).toArray(String[]::new);
    }

    @Nullable
    Long[] getBranchIds() {
        return keys.stream().map(RollupKey::branchId).toArray(Long[]::new);
    }

    String[] getStarts() {
        return keys.stream().map(key -> key.start().toString()).toArray(String[]::new);
    }

    Instant getFirst() {
        return keys.stream().map(RollupKey::start).min(naturalOrder()).orElseThrow();
    }

    Instant getLast() {
        return keys.stream().map(RollupKey::start).max(naturalOrder()).orElseThrow();
    }
}
