/** A few made-up timings with known percentiles, to try things out on. */
@NullMarked
package io.tidemark.application.sample;

import org.jspecify.annotations.NullMarked;
