/** The pages of what moves together, and what it is likely to share. */
@NullMarked
package io.tidemark.bootstrap.console.correlation;

import org.jspecify.annotations.NullMarked;
