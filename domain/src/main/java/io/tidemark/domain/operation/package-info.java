/** Which operations there are, what they do, and what they have in common. */
@NullMarked
package io.tidemark.domain.operation;

import org.jspecify.annotations.NullMarked;
