/** Keeps alerts quiet that people do not want to hear of now: silences and maintenance windows. */
@NullMarked
package io.tidemark.application.quiet;

import org.jspecify.annotations.NullMarked;
