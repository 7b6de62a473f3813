/** A trace: the timed parts of a piece of work, and the tree that they make. */
@NullMarked
package io.tidemark.domain.trace;

import org.jspecify.annotations.NullMarked;
