/** What was seen at equal steps of time. */
@NullMarked
package io.tidemark.domain.series;

import org.jspecify.annotations.NullMarked;
