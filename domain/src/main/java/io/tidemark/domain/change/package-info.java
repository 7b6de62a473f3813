/** When the level of a series shifted, by how much, and how sure that is. */
@NullMarked
package io.tidemark.domain.change;

import org.jspecify.annotations.NullMarked;
