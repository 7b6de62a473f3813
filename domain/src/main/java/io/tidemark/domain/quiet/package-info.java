/** Why alerts are kept quiet by people: silences until a time, and maintenance windows by the calendar. */
@NullMarked
package io.tidemark.domain.quiet;

import org.jspecify.annotations.NullMarked;
