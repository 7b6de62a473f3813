/** The baselines: how far they can be trusted, what waits for a word, and what became of recalculations. */
@NullMarked
package io.tidemark.bootstrap.console.baselines;

import org.jspecify.annotations.NullMarked;
