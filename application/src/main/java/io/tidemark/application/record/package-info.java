/** Takes timings from the caller's thread without making it wait, and hands them on in batches. */
@NullMarked
package io.tidemark.application.record;

import org.jspecify.annotations.NullMarked;
