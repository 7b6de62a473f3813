/** Judges the values of a series one after the other, as they come, in bounded memory. */
@NullMarked
package io.tidemark.domain.stream;

import org.jspecify.annotations.NullMarked;
