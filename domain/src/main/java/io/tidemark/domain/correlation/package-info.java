/** Which operations get slow together, and what they are likely to share. */
@NullMarked
package io.tidemark.domain.correlation;

import org.jspecify.annotations.NullMarked;
