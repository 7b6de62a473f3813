/** How often a rule would have fired in the past, and which setting would have been quiet enough. */
@NullMarked
package io.tidemark.domain.backtest;

import org.jspecify.annotations.NullMarked;
