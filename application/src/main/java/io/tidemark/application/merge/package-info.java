/** Merges whose phases are timed by the application, written in the background. */
@NullMarked
package io.tidemark.application.merge;

import org.jspecify.annotations.NullMarked;
