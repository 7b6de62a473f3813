/** A timing: one measured run of an operation, and what it is counted under. */
@NullMarked
package io.tidemark.domain.timing;

import org.jspecify.annotations.NullMarked;
