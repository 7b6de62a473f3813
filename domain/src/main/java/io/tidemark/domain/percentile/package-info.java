/** How durations are distributed: a mergeable sketch, and the figures read from it. */
@NullMarked
package io.tidemark.domain.percentile;

import org.jspecify.annotations.NullMarked;
