/** Finds operations that degrade together, and raises one alert for them. */
@NullMarked
package io.tidemark.application.correlate;

import org.jspecify.annotations.NullMarked;
