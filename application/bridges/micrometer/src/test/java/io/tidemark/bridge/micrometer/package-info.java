/** The bridge with registries of Micrometer. */
@NullMarked
package io.tidemark.bridge.micrometer;

import org.jspecify.annotations.NullMarked;
