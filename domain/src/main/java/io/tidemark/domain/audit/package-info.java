/** Who changed what, and when. */
@NullMarked
package io.tidemark.domain.audit;

import org.jspecify.annotations.NullMarked;
