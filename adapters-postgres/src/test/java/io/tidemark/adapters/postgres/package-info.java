/** The adapter against a real PostgreSQL. */
@NullMarked
package io.tidemark.adapters.postgres;

import org.jspecify.annotations.NullMarked;
