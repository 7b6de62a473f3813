/** Which timings do not fit what an operation usually does, whether it got slower, and what to do about both. */
@NullMarked
package io.tidemark.domain.anomaly;

import org.jspecify.annotations.NullMarked;
