/** Keeps everything in PostgreSQL: the storage called {@code postgres}. */
@NullMarked
package io.tidemark.adapters.postgres;

import org.jspecify.annotations.NullMarked;
