/** A storage in memory, for embedders who want no database, and for tests. */
@NullMarked
package io.tidemark.application.memory;

import org.jspecify.annotations.NullMarked;
