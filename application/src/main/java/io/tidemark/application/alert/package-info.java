/** Decides what becomes of a sighting: one alert, and whom to tell. */
@NullMarked
package io.tidemark.application.alert;

import org.jspecify.annotations.NullMarked;
