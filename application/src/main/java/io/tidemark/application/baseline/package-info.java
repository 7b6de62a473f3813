/** Calculates baselines, and keeps the active ones at hand. */
@NullMarked
package io.tidemark.application.baseline;

import org.jspecify.annotations.NullMarked;
