/** What numbers say, whatever they measure. */
@NullMarked
package io.tidemark.domain.statistics;

import org.jspecify.annotations.NullMarked;
