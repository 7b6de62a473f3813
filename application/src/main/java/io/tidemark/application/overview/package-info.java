/** What the operations are doing now, against what is normal. */
@NullMarked
package io.tidemark.application.overview;

import org.jspecify.annotations.NullMarked;
