/** The bridge against a real PostgreSQL. */
@NullMarked
package io.tidemark.bridge.jdbc;

import org.jspecify.annotations.NullMarked;
