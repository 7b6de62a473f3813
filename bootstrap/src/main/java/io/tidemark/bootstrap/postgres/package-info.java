/** The embedded PostgreSQL: a real server with its data in a folder, unpacked, started, adopted and stopped by the daemon. */
@NullMarked
package io.tidemark.bootstrap.postgres;

import org.jspecify.annotations.NullMarked;
