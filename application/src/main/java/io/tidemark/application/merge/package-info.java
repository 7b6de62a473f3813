/** Merges whose phases are timed by the application, written in the background; and what is made of them. */
@NullMarked
package io.tidemark.application.merge;

import org.jspecify.annotations.NullMarked;
