/** The pages that show traces: which there are, and what one is made of. */
@NullMarked
package io.tidemark.bootstrap.console.traces;

import org.jspecify.annotations.NullMarked;
