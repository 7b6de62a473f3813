/** Tidemark beside Micrometer: records its timers and observations, and shows its own figures as meters. */
@NullMarked
package io.tidemark.bridge.micrometer;

import org.jspecify.annotations.NullMarked;
