/** Spans that nest: opened and closed by the application, written in the background. */
@NullMarked
package io.tidemark.application.trace;

import org.jspecify.annotations.NullMarked;
