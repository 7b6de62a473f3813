package io.tidemark.adapters.postgres;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is added up by a roll-up: an operation, on one branch or on none, from the start of a minute, an hour or a day on. */
record RollupKey(String operation, @Nullable Long branchId, Instant start) {}
