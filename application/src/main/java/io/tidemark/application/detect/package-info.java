/** Looks for timings that do not fit and operations that got slower, and raises alerts about them. */
@NullMarked
package io.tidemark.application.detect;

import org.jspecify.annotations.NullMarked;
