/** Pictures, as they are drawn into the pages. */
@NullMarked
package io.tidemark.bootstrap.console.chart;

import org.jspecify.annotations.NullMarked;
