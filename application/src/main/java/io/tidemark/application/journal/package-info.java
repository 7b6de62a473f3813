/** Sees to it that what was recorded gets stored: tells good timings from bad, and keeps them on disk meanwhile. */
@NullMarked
package io.tidemark.application.journal;

import org.jspecify.annotations.NullMarked;
